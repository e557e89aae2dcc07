import {
  type AttributeRule,
  days,
  type FactDefinition,
  field,
  fixed,
  newestOf,
  onDay,
  type StateDefinition,
} from '@tijdig/core'

/** The four lights, and what is left out of the plan. */
export const PART_STATES = {
  'no-action': { label: 'nog geen actie', closed: false },
  'under-way': { label: 'in uitvoering', closed: false },
  stalled: { label: 'loopt vast', closed: false },
  done: { label: 'klaar', closed: true },
  dropped: { label: 'vervallen', closed: true },
} as const satisfies Record<string, StateDefinition>

export type PartState = keyof typeof PART_STATES

const PLACING = ['placed', 'rearranged'] as const
const OPEN: readonly PartState[] = ['no-action', 'under-way', 'stalled']

/** By what each count of parts can be divided: where the part stands now. */
export const PLACE = {
  programme: newestOf(PLACING, 'programme'),
  line: newestOf(PLACING, 'line'),
  owner: newestOf(['placed', 'ownerChanged'], 'owner'),
} as const

const SOURCE =
  'Afspraak van het programma zelf; OZJ 2023-Q1 en Actieprogramma 2020 blikken zo terug'

/** Who keeps the part or looks after it is told in time, who leads them when it presses. */
export const WARNINGS = [
  { before: days(14), roles: ['policy-officer', 'publisher', 'coordinator', 'worker'] },
  { before: days(3), roles: ['team-lead'] },
] as const

const LEADS_TO: Readonly<Record<string, PartState>> = {
  placed: 'no-action',
  begun: 'under-way',
  stalled: 'stalled',
  resumed: 'under-way',
  done: 'done',
  dropped: 'dropped',
}

const keyed = { value: field('value'), unit: field('unit'), what: field('what') } as const
const stated = { over: field('over'), source: field('source') } as const

/** The facts of every part; what a kind of part adds to its place and state is given. */
export function partFacts(
  placed: readonly string[],
  leadsTo: Readonly<Record<string, PartState>>,
): Readonly<Record<string, FactDefinition>> {
  const own = Object.fromEntries(placed.map((name) => [name, newestOf(['placed'], name)]))
  const stateOf = (state: PartState): Record<string, AttributeRule> => ({
    state: fixed(state),
    ...PLACE,
    ...own,
  })
  const place = Object.fromEntries(
    ['programme', 'code', 'title', 'parent', 'line', 'order'].map((name) => [name, field(name)]),
  )
  return {
    state: {
      kind: 'spell',
      label: 'Stand',
      opens: Object.fromEntries(
        Object.entries({ ...LEADS_TO, ...leadsTo }).map(([type, state]) => [type, stateOf(state)]),
      ),
    },
    ...PART_FACTS,
    place: {
      ...PART_FACTS.place,
      opens: { placed: { ...place, ...own }, rearranged: { ...place, ...own } },
    },
  }
}

/** What is derived of every part, beside its state. */
const PART_FACTS = {
  place: {
    kind: 'spell',
    label: 'Plaats in het programma',
    opens: { placed: {}, rearranged: {} },
  },
  owner: {
    kind: 'spell',
    label: 'Eigenaar',
    opens: { placed: { owner: field('owner') }, ownerChanged: { owner: field('owner') } },
  },
  worker: {
    kind: 'spell',
    label: 'Wie ervoor zorgt',
    opens: { workerAssigned: { worker: field('worker') } },
    // The colleague is of the owner before.
    closes: ['ownerChanged'],
  },
  plan: {
    kind: 'spell',
    label: 'Planning',
    opens: { planned: { from: field('from'), until: field('until'), months: field('months') } },
  },
  begin: { kind: 'occurrence', label: 'Begonnen', of: 'begun', attributes: {} },
  standstill: {
    kind: 'spell',
    label: 'Waarom het vastloopt',
    opens: {
      stalled: { reason: field('reason'), mover: field('mover'), moveBy: field('moveBy') },
    },
    closes: ['begun', 'resumed', 'done', 'dropped'],
  },
  drop: {
    kind: 'spell',
    label: 'Waarom het vervalt',
    opens: { dropped: { because: field('because') } },
    closes: ['begun', 'resumed', 'stalled', 'done'],
  },
  outcome: {
    kind: 'spell',
    label: 'Wat het opleverde',
    opens: { done: { outcome: field('outcome') } },
    closes: ['resumed', 'dropped'],
  },
  finding: {
    kind: 'spell',
    label: 'Wat bij de terugblik bleek',
    opens: { reviewed: { found: field('found') } },
  },
  measure: {
    kind: 'spell',
    label: 'Meting',
    key: 'key',
    opens: { measured: { ...keyed, ...stated } },
  },
  aim: {
    kind: 'spell',
    label: 'Doel of norm',
    key: 'key',
    opens: { aimed: { ...keyed, ...stated } },
  },
  day: {
    kind: 'spell',
    label: 'Genoemde dag',
    key: 'key',
    opens: { dayNamed: { on: field('on'), what: field('what'), source: field('source') } },
  },
  tie: {
    kind: 'spell',
    label: 'Gekoppeld cijfer',
    key: 'tie',
    opens: {
      indicatorTied: {
        indicator: field('indicator'),
        cell: field('cell'),
        target: field('target'),
      },
    },
  },
  note: { kind: 'spell', label: 'Opmerking', opens: { noted: { text: field('text') } } },
  review: {
    kind: 'clock',
    code: 'PR-T01',
    label: 'Terugblik',
    norm: 'terugblikken op de afgesproken dag',
    source: SOURCE,
    while: { fact: 'state', attribute: 'state', in: OPEN },
    from: 'reviewPlanned',
    to: 'reviewed',
    meets: 'first-on-or-after',
    term: onDay('due'),
    warnings: WARNINGS,
    attributes: PLACE,
  },
  move: {
    kind: 'clock',
    code: 'PR-T02',
    label: 'Weer op gang',
    norm: 'wie aan zet is, doet dat op de afgesproken dag',
    source: SOURCE,
    while: { fact: 'state', attribute: 'state', in: ['stalled'] },
    from: 'stalled',
    to: 'resumed',
    meets: 'first-on-or-after',
    term: onDay('moveBy'),
    warnings: WARNINGS,
    attributes: PLACE,
  },
} as const satisfies Record<string, FactDefinition>
