import { defineRoute } from '../define-route.ts'
import { days, field, fixed } from '../route.ts'

/** A small route that forbids and remarks, for tests. */
export const exampleRoute = defineRoute({
  code: 'example',
  label: 'Voorbeeld',
  description: 'Om te proberen.',
  source: 'Geen',
  subject: 'family',
  states: { open: { label: 'open', closed: false }, shut: { label: 'dicht', closed: true } },
  events: {
    opened: {
      label: 'Geopend',
      fields: {
        how: {
          label: 'Hoe',
          kind: 'code',
          required: true,
          choices: { wide: 'wijd', ajar: 'op een kier' },
          otherCodes: 'forbidden',
        },
        where: {
          label: 'Waar',
          kind: 'code',
          required: false,
          choices: { front: 'voor' },
          otherCodes: 'remarkable',
        },
        doors: { label: 'Deuren', kind: 'number', required: false },
        locked: { label: 'Op slot', kind: 'boolean', required: false },
      },
    },
    looked: { label: 'Gekeken', fields: {} },
    shut: { label: 'Gesloten', fields: {} },
  },
  order: [
    {
      code: 'EX-V01',
      label: 'Gesloten zonder open te zijn.',
      severity: 'forbidden',
      event: 'shut',
      rule: { kind: 'needs-before', types: ['opened'] },
    },
    {
      code: 'EX-V02',
      label: 'Gekeken na het sluiten.',
      severity: 'remarkable',
      event: 'looked',
      rule: { kind: 'not-after', types: ['shut'] },
    },
    {
      code: 'EX-V03',
      label: 'Al eerder gesloten.',
      severity: 'remarkable',
      event: 'shut',
      rule: { kind: 'once' },
    },
  ],
  facts: {
    state: {
      kind: 'spell',
      label: 'Stand',
      opens: { opened: { state: fixed('open') }, shut: { state: fixed('shut') } },
    },
    way: {
      kind: 'spell',
      label: 'Hoe open',
      while: { fact: 'state', attribute: 'state', in: ['open'] },
      opens: { opened: { how: field('how') } },
    },
    look: {
      kind: 'clock',
      label: 'Kijken',
      code: 'EX-T01',
      norm: 'binnen drie dagen kijken',
      source: 'Geen',
      from: 'opened',
      to: 'looked',
      meets: 'first-on-or-after',
      term: days(3),
      lapsesOn: 'shut',
      attributes: { how: field('how') },
    },
  },
  access: {
    parties: [{ fact: 'way', attribute: 'how' }],
    purposes: ['help', 'coordination', 'oversight'],
    see: {
      party: ['worker', 'team-lead', 'coordinator', 'provider'],
      'other-team': ['team-lead', 'coordinator'],
      shared: ['worker', 'team-lead', 'coordinator', 'provider'],
      glass: ['worker', 'team-lead', 'coordinator'],
    },
    record: { roles: ['worker', 'team-lead', 'coordinator'] },
    share: ['worker', 'team-lead', 'coordinator'],
    breakGlass: ['worker', 'team-lead', 'coordinator'],
    ownFigures: ['worker', 'team-lead', 'coordinator', 'policy-officer', 'publisher'],
    allFigures: ['policy-officer', 'publisher', 'coordinator'],
    overseers: ['inspectorate'],
    publish: ['publisher'],
  },
  filters: { how: { fact: 'way', label: 'Hoe open' } },
})
