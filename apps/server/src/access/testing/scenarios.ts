import {
  addDays,
  type Event,
  type FieldDefinition,
  type FieldKind,
  type FieldValue,
  formatDay,
  getDay,
  getMoment,
  type Relation,
  type RouteDefinition,
} from '@tijdig/core'

/** Whose side the tests take, and everybody else. */
export const OWN = 'EIGEN'
const OTHER = 'ANDER'
export const OWN_TEAM = 'noord'

/** A trajectory in a state, and what the own organisation is to it. */
export interface Scenario {
  readonly id: string
  readonly route: string
  readonly relation: Relation
  readonly state: string
  readonly shared: readonly string[]
  readonly brokeGlass: boolean
  readonly events: readonly Event[]
}

interface Way {
  readonly name: string
  readonly relation: Relation
  /** Where no state holds or a closed one: nothing is handed over then. Left out: the same. */
  readonly atRest?: Relation
  readonly brokeGlass?: boolean
  /** What happened besides, as `type` and data. */
  readonly moves: (route: RouteDefinition) => readonly (readonly [string, Event['data']])[]
}

const join = (data: Event['data']) => [['partyJoined', data]] as const
const handOver = (team: string) =>
  ['handoverBegan', { organisation: OWN, team, worker: 'w' }] as const
const other = ['partyJoined', { organisation: OTHER }] as const
const share = (route: RouteDefinition, until: string) =>
  ['sharedWith', { organisation: OWN, fields: sharedFields(route).join(','), until }] as const

/** Every way in which an organisation can be something to a trajectory, or no longer. */
const WAYS: readonly Way[] = [
  { name: 'vreemd', relation: 'none', moves: () => [other] },
  {
    name: 'vreemd-met-team',
    relation: 'none',
    moves: () => join({ organisation: OTHER, team: OWN_TEAM }),
  },
  {
    name: 'vertrokken',
    relation: 'none',
    moves: () => [...join({ organisation: OWN }), ['partyLeft', { organisation: OWN }]],
  },
  { name: 'verlopen', relation: 'none', moves: (route) => [other, share(route, '2020-01-01')] },
  {
    name: 'gestopt',
    relation: 'none',
    moves: (route) => [other, share(route, '2999-12-31'), ['sharingEnded', { organisation: OWN }]],
  },
  { name: 'betrokken', relation: 'party', moves: () => join({ organisation: OWN }) },
  {
    name: 'eigen-team',
    relation: 'party',
    moves: () => join({ organisation: OWN, team: OWN_TEAM }),
  },
  {
    name: 'ander-team',
    relation: 'other-team',
    moves: () => join({ organisation: OWN, team: 'zuid' }),
  },
  {
    name: 'ontvangend-team',
    relation: 'party',
    atRest: 'other-team',
    moves: () => [...join({ organisation: OWN, team: 'zuid' }), handOver(OWN_TEAM)],
  },
  {
    name: 'gevend-team',
    relation: 'party',
    moves: () => [...join({ organisation: OWN, team: OWN_TEAM }), handOver('zuid')],
  },
  {
    name: 'weggegeven',
    relation: 'other-team',
    moves: () => [
      ...join({ organisation: OWN, team: OWN_TEAM }),
      handOver('zuid'),
      ['handoverCompleted', { organisation: OWN, team: 'zuid', worker: 'w' }],
    ],
  },
  { name: 'gedeeld', relation: 'shared', moves: (route) => [other, share(route, '2999-12-31')] },
  { name: 'noodtoegang', relation: 'glass', brokeGlass: true, moves: () => [other] },
]

/** Fields that are shared where anything is: every second one. */
function sharedFields(route: RouteDefinition): string[] {
  return fieldsOf(route).filter((_, place) => place % 2 === 0)
}

export function fieldsOf(route: RouteDefinition): string[] {
  const names = Object.values(route.events).flatMap(({ fields }) => Object.keys(fields))
  return [...new Set(names)].sort()
}

/** A trajectory for every relation in every state of a route, with every field filled in. */
export function scenariosOf(route: RouteDefinition): Scenario[] {
  // Where nothing is assigned, nothing is handed over.
  const ways = WAYS.filter(({ moves }) =>
    moves(route).every(([type]) => Object.hasOwn(route.events, type)),
  )
  return statesOf(route).flatMap((state) =>
    ways.map(({ name, relation: usual, atRest = usual, brokeGlass = false, moves }) => {
      const isOpen = state !== '' && !route.states[state]?.closed
      const relation = isOpen ? usual : atRest
      const id = `${route.code}-${name}-${state === '' ? 'geen' : state}`
      const happened = [...historyTo(route, state), ...moves(route)]
      return {
        id,
        route: route.code,
        relation,
        state,
        shared: relation === 'shared' ? sharedFields(route) : [],
        brokeGlass,
        events: happened.map(([type, data], place): Event => {
          const validOn = addDays(getDay('2023-01-01'), place)
          return {
            id: `${id}-${place}`,
            trajectory: id,
            route: route.code,
            type,
            validOn,
            recordedAt: getMoment(`${formatDay(validOn)}T12:00:00Z`),
            data,
          }
        }),
      }
    }),
  )
}

/**
 * No state, and each of the route. Where no step asks for a state, nothing can depend on which one it
 * is: then one open and one closed state stand for all.
 */
function statesOf({ events, access, states }: RouteDefinition): string[] {
  const all = Object.entries(states)
  const steps = [access.record, ...Object.values(events).flatMap(({ may }) => may ?? [])]
  const tried = steps.some((step) => step.states)
    ? all
    : [false, true].flatMap((isClosed) =>
        all.filter(([, { closed }]) => closed === isClosed).slice(0, 1),
      )
  return ['', ...tried.map(([state]) => state)]
}

/** One event of every type, and then the one that leads to the state; nothing for no state. */
function historyTo(route: RouteDefinition, state: string): (readonly [string, Event['data']])[] {
  if (state === '' || route.facts.state?.kind !== 'spell') return []
  const last = Object.entries(route.facts.state.opens).find(([, attributes]) => {
    const rule = attributes.state
    return rule?.from === 'fixed' && rule.value === state
  })?.[0]
  if (last === undefined) throw new Error(`nothing leads to ${state}`)
  const all = Object.entries(route.events).map(
    ([type, { fields }]) => [type, filled(fields)] as const,
  )
  return [...all, [last, filled(route.events[last]?.fields ?? {})]]
}

const SAMPLES: Readonly<Record<Exclude<FieldKind, 'code'>, FieldValue>> = {
  number: 2014,
  boolean: true,
  text: 'Een zin.',
  day: '2023-06-01',
  period: '2014-Q1',
  cents: 201_400,
}

function filled(fields: Readonly<Record<string, FieldDefinition>>): Event['data'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { kind, choices }]) => {
      if (kind !== 'code') return [name, SAMPLES[kind]]
      // Whoever joins, leaves or is shared with in passing is somebody else.
      return [name, choices ? (Object.keys(choices)[0] as string) : 'DERDE']
    }),
  )
}
