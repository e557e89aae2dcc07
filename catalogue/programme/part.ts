import {
  defineRoute,
  type EventDefinition,
  type FactDefinition,
  type FieldDefinition,
  type OrderRule,
  type Role,
  type RouteDefinition,
} from '@tijdig/core'
import { KEEPERS, PART_ACCESS } from './part-access.ts'
import { PART_EVENTS } from './part-events.ts'
import { PART_STATES, type PartState, partFacts } from './part-facts.ts'
import { PART_ORDER } from './part-order.ts'

/** What a kind of part has of its own, beside what all parts share. */
interface PartDefinition {
  readonly code: string
  readonly label: string
  readonly description: string
  readonly source: string
  /** What `placed` also asks; each is an attribute of the state by which parts can be counted. */
  readonly placed?: Readonly<Record<string, FieldDefinition>>
  readonly events?: Readonly<Record<string, EventDefinition>>
  /** Own events that lead to a state. */
  readonly leadsTo?: Readonly<Record<string, PartState>>
  readonly facts?: Readonly<Record<string, FactDefinition>>
  readonly order?: readonly OrderRule[]
  /** Who may say how it goes; left out: who keeps the programme. */
  readonly recordedBy?: readonly Role[]
}

/** Makes the route of a kind of part: the heart that all share, and what is its own. */
export function programmePart(own: PartDefinition): RouteDefinition {
  const { placed = {}, events = {}, leadsTo = {}, facts = {}, order = [], recordedBy } = own
  const heart: Readonly<Record<string, EventDefinition>> = PART_EVENTS
  return defineRoute({
    code: own.code,
    label: own.label,
    description: own.description,
    source: own.source,
    subject: 'programme',
    states: PART_STATES,
    events: {
      ...heart,
      placed: {
        ...PART_EVENTS.placed,
        fields: { ...PART_EVENTS.placed.fields, ...placed },
        may: { roles: KEEPERS, opens: true },
      },
      ...Object.fromEntries(
        PLANNING.map((type) => [type, { ...heart[type], may: { roles: KEEPERS } }]),
      ),
      ...events,
    } as Readonly<Record<string, EventDefinition>>,
    order: [...PART_ORDER, ...order],
    assigned: { fact: 'worker', attribute: 'worker' },
    facts: { ...partFacts(Object.keys(placed), leadsTo), ...facts },
    access: recordedBy ? { ...PART_ACCESS, record: { roles: recordedBy } } : PART_ACCESS,
    filters: {
      programme: { fact: 'place', label: PART_EVENTS.placed.fields.programme.label },
      line: { fact: 'place', label: PART_EVENTS.placed.fields.line.label },
      owner: { fact: 'owner', label: PART_EVENTS.placed.fields.owner.label },
      ...Object.fromEntries(
        Object.entries(placed).map(([name, { label }]) => [name, { fact: 'place', label }]),
      ),
    },
  })
}

/** The plan itself is for who keeps the programme, also where others say how it goes. */
const PLANNING = [
  'rearranged',
  'ownerChanged',
  'workerAssigned',
  'planned',
  'dropped',
  'aimed',
  'indicatorTied',
]
