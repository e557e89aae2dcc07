import type { RouteDefinition } from '@tijdig/core'
import {
  attribute,
  defineIndicator,
  type IndicatorDefinition,
  type IndicatorVersion,
  outcome,
} from '@tijdig/figures'
import { PART_STATES } from './part-facts.ts'
import {
  ACTIVITY_KINDS,
  action,
  activity,
  budget,
  decision,
  goal,
  LINE_KINDS,
  line,
  meeting,
  milestone,
  programme,
  risk,
} from './routes.ts'

/** Programmes were kept from the first day of the oldest of the source documents. */
const IN_FORCE = '2018-04-16'

const states = Object.fromEntries(
  Object.entries(PART_STATES).map(([code, { label }]) => [code, label]),
)

const dimensions = {
  programme: { label: 'Programma', values: {} },
  line: { label: 'Lijn', values: {} },
  owner: { label: 'Eigenaar', values: {} },
  state: { label: 'Stand', values: states },
} as const

const by = {
  programme: attribute('programme'),
  line: attribute('line'),
  owner: attribute('owner'),
} as const

type Dimensions = IndicatorDefinition['dimensions']
type Sources = IndicatorVersion['measures'][number]['by']

/** How many parts there are, by where they stand and by their light. */
function partCount(
  route: RouteDefinition,
  code: string,
  label: string,
  own: {
    unit?: string
    dimensions?: Dimensions
    by?: Sources
    tables?: readonly (readonly string[])[]
  } = {},
): IndicatorDefinition {
  const unit = own.unit ?? label.toLowerCase()
  return defineIndicator(route, {
    code,
    route: route.code,
    label,
    unit,
    listed: true,
    dimensions: { ...dimensions, ...own.dimensions },
    versions: [
      {
        version: 1,
        inForceFrom: IN_FORCE,
        words: `Elk onderdeel telt één keer, op de plaats in het programma en met de stand die het op de peildag had. Ook ${unit} die klaar of vervallen zijn, tellen mee.`,
        measures: [
          {
            kind: 'count',
            facts: ['state'],
            by: { ...by, ...own.by, state: attribute('state') },
            tables: own.tables ?? [
              ['programme', 'state'],
              ['programme', 'line', 'state'],
            ],
          },
        ],
      },
    ],
  })
}

const report = { label: 'Rapportage', values: {} } as const

const mentions = defineIndicator(milestone, {
  code: 'programme.milestones-reported',
  route: milestone.code,
  label: 'Mijlpalen in rapportages',
  unit: 'mijlpalen',
  listed: true,
  dimensions: { programme: dimensions.programme, line: dimensions.line, report },
  versions: [
    {
      version: 1,
      inForceFrom: IN_FORCE,
      words:
        'Een mijlpaal telt in elke rapportage waarin die genoemd is, bij de lijn waaronder die valt. Wie alle rapportages optelt, telt een mijlpaal die vaker genoemd is vaker.',
      measures: [
        {
          kind: 'count',
          facts: ['mention'],
          by: { ...pick(by, 'programme', 'line'), report: attribute('report') },
          tables: [
            ['programme', 'report'],
            ['programme', 'line', 'report'],
          ],
        },
      ],
    },
  ],
})

const reached = defineIndicator(milestone, {
  code: 'programme.milestones-in-time',
  route: milestone.code,
  label: 'Mijlpalen op tijd',
  unit: 'mijlpalen',
  listed: true,
  dimensions: {
    programme: dimensions.programme,
    line: dimensions.line,
    report,
    outcome: {
      label: 'Uitkomst',
      values: {
        'in-time': 'op tijd',
        late: 'te laat',
        overdue: 'te laat en nog niet bereikt',
        lapsed: 'vervallen',
        running: 'nog niet aan de orde',
      },
    },
  },
  versions: [
    {
      version: 1,
      inForceFrom: IN_FORCE,
      words:
        'Elke mijlpaal waarvoor een dag is afgesproken telt één keer, bij de afspraak die het laatst is gemaakt.',
      measures: [
        {
          kind: 'count',
          facts: ['reach'],
          by: { ...pick(by, 'programme', 'line'), report: attribute('report'), outcome },
          tables: [['programme', 'outcome']],
        },
      ],
    },
  ],
})

const held = defineIndicator(activity, {
  code: 'programme.activities',
  route: activity.code,
  label: 'Gehouden activiteiten',
  unit: 'activiteiten',
  listed: true,
  dimensions: {
    programme: dimensions.programme,
    line: dimensions.line,
    kind: { label: 'Soort', values: ACTIVITY_KINDS },
    region: { label: 'Regio', values: {} },
    month: { label: 'Maand', values: {} },
    quarter: { label: 'Kwartaal', values: {} },
  },
  versions: [
    {
      version: 1,
      inForceFrom: IN_FORCE,
      words:
        'Elke activiteit telt één keer, in de maand waarin die voor het eerst gehouden werd. Wat gepland is en niet gehouden, telt niet mee.',
      measures: [
        {
          kind: 'count',
          facts: ['sitting'],
          by: {
            ...pick(by, 'programme', 'line'),
            kind: attribute('kind'),
            region: attribute('region'),
            month: attribute('month'),
            quarter: attribute('quarter'),
          },
          tables: [
            ['programme', 'kind'],
            ['programme', 'kind', 'quarter'],
            ['programme', 'kind', 'region'],
          ],
        },
      ],
    },
  ],
})

/** What is counted over the parts of programmes. */
export const programmeIndicators: readonly IndicatorDefinition[] = [
  partCount(programme, 'programme.programmes', 'Programma’s', { tables: [['state']] }),
  partCount(line, 'programme.lines', 'Lijnen', {
    dimensions: { kind: { label: 'Soort', values: LINE_KINDS } },
    by: { kind: attribute('kind') },
    tables: [
      ['programme', 'state'],
      ['programme', 'kind'],
    ],
  }),
  partCount(goal, 'programme.goals', 'Doelen'),
  partCount(action, 'programme.actions', 'Acties'),
  partCount(milestone, 'programme.milestones', 'Mijlpalen', {
    dimensions: { report },
    by: { report: attribute('report') },
    tables: [
      ['programme', 'state'],
      ['programme', 'line', 'report', 'state'],
    ],
  }),
  mentions,
  reached,
  partCount(decision, 'programme.decisions', 'Besluiten'),
  partCount(risk, 'programme.risks', 'Risico’s'),
  partCount(meeting, 'programme.meetings', 'Overleggen'),
  held,
  partCount(activity, 'programme.activities-by-state', 'Activiteiten naar stand', {
    unit: 'activiteiten',
    dimensions: {
      kind: { label: 'Soort', values: ACTIVITY_KINDS },
      region: { label: 'Regio', values: {} },
    },
    by: { kind: attribute('kind'), region: attribute('region') },
    tables: [['programme', 'kind', 'state']],
  }),
  partCount(budget, 'programme.budgets', 'Budgetten', {
    dimensions: { year: { label: 'Jaar', values: {} } },
    by: { year: attribute('year') },
    tables: [['programme', 'year', 'state']],
  }),
]

function pick<T extends object, K extends keyof T>(all: T, ...names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<T, K>
}
