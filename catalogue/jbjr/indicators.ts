import {
  attribute,
  defineIndicator,
  factName,
  type IndicatorDefinition,
  outcome,
  started,
} from '@tijdig/figures'
import { jbjr } from './route.ts'

const NORMS = ['worker-assigned', 'first-contact', 'plan', 'help']

const dimensions = {
  norm: {
    label: 'Norm',
    values: {
      'worker-assigned': 'vaste jeugdbeschermer binnen vijf dagen',
      'first-contact': 'eerste contact binnen vijf werkdagen',
      plan: 'gedragen plan binnen zes weken',
      help: 'passende hulp binnen drie maanden',
    },
  },
  institution: {
    label: 'Gecertificeerde instelling',
    values: jbjr.events.institutionNotified.fields.institution.choices,
  },
  quarter: { label: 'Kwartaal', values: {} },
  month: { label: 'Maand', values: {}, source: started('month') },
  region: { label: 'Jeugdregio', values: {} },
  municipality: { label: 'Gemeente', values: {} },
  order: { label: 'Maatregel', values: jbjr.events.orderImposed.fields.order.choices },
} as const

const by = {
  norm: factName,
  institution: attribute('institution'),
  quarter: attribute('quarter'),
  region: attribute('region'),
  municipality: attribute('municipality'),
  order: attribute('order'),
}

const norm = defineIndicator(jbjr, {
  code: 'jbjr.norm',
  route: 'jbjr',
  label: 'Stand van de normen',
  unit: 'maatregelen',
  listed: true,
  dimensions: {
    ...dimensions,
    outcome: {
      label: 'Uitkomst',
      values: {
        'in-time': 'op tijd',
        late: 'te laat',
        overdue: 'te laat en nog niet gebeurd',
        lapsed: 'vervallen, de maatregel was al beëindigd',
        running: 'termijn loopt nog',
      },
    },
  },
  versions: [
    {
      version: 1,
      inForceFrom: '2021-01-01',
      words:
        'Elke maatregel telt per norm één keer, in het kwartaal waarin de termijn begon en bij de instelling die als eerste op de hoogte was. Zolang geen instelling op de hoogte is, telt een maatregel niet mee.',
      measures: [
        {
          kind: 'count',
          facts: NORMS,
          by: { ...by, outcome },
          tables: [['norm', 'institution', 'quarter', 'outcome']],
        },
      ],
    },
  ],
})

const shareInTime = defineIndicator(jbjr, {
  code: 'jbjr.in-time',
  route: 'jbjr',
  label: 'Op tijd',
  unit: 'van de maatregelen',
  listed: false,
  dimensions,
  versions: [
    {
      version: 1,
      inForceFrom: '2021-01-01',
      words:
        'Het deel van de maatregelen waarbij de norm op tijd is gehaald. Het geheel is wat op tijd was, wat te laat was en wat te laat is en nog moet gebeuren. Lopende en vervallen termijnen tellen niet mee.',
      measures: [
        {
          kind: 'share',
          facts: NORMS,
          numerator: ['in-time'],
          denominator: ['in-time', 'late', 'overdue'],
          by,
          tables: [['norm'], ['norm', 'institution'], ['norm', 'quarter']],
        },
      ],
    },
  ],
})

/** The norms of the inspectorates, as counts and as the share that is in time. */
export const jbjrIndicators: readonly IndicatorDefinition[] = [norm, shareInTime]
