import {
  createCalendar,
  createFoldPlan,
  type Event,
  type LoggedEvent,
  withSuperseders,
} from '@tijdig/core'
import fc from 'fast-check'
import { programmeRoutes } from '../../../../catalogue/programme/routes.ts'
import { arbitraryLog, type Shape } from '../../../core/src/testing/arbitraries.ts'
import type { PartPlans, PartTrajectory } from '../programme-reading.ts'

export const plans: PartPlans = new Map(
  programmeRoutes.map((route) => [route.code, createFoldPlan(route, createCalendar())]),
)

const oneOf = (...values: string[]) => fc.constantFrom(...values)
const nothing = fc.constant({})
const cents = fc.integer({ min: 0, max: 900 })
const month = oneOf('2022-01', '2022-02', '2022-03')

const placed = fc.record({
  programme: oneOf('P', 'P', 'P', 'Q'),
  code: oneOf('a', 'b', 'c', 'd'),
  title: oneOf('Een', 'Twee'),
  parent: oneOf('a', 'b', 'c', 'elsewhere'),
  owner: oneOf('PB', 'NW4'),
})

const SHARED: readonly Shape[] = [
  { type: 'placed', data: placed },
  { type: 'placed', data: placed },
  { type: 'rearranged', data: placed.map(({ owner: _, ...place }) => place) },
  { type: 'begun', data: nothing },
  {
    type: 'stalled',
    data: fc.record({
      reason: oneOf('Geen geld.', 'Geen mensen.'),
      mover: oneOf('PB', 'VWS'),
      moveBy: oneOf('2022-01-03', '2022-02-01'),
    }),
  },
  { type: 'resumed', data: nothing },
  { type: 'done', data: nothing },
  { type: 'dropped', data: fc.constant({ because: 'Niet meer nodig.' }) },
  { type: 'planned', data: fc.record({ from: month, until: month }) },
  { type: 'reviewPlanned', data: fc.record({ due: oneOf('2022-01-05', '2022-02-01') }) },
  { type: 'reviewed', data: fc.record({ found: oneOf('Goed.', 'Matig.') }) },
  {
    type: 'measured',
    data: fc.record({
      key: oneOf('x', 'y'),
      value: fc.nat(5),
      unit: fc.constant('stuks'),
      what: fc.constant('Wat'),
    }),
  },
]

const MONEY: readonly Shape[] = [
  { type: 'placed', data: placed },
  { type: 'placed', data: placed },
  { type: 'granted', data: fc.record({ amount: cents }) },
  { type: 'spent', data: fc.record({ month, amount: cents }) },
  { type: 'spent', data: fc.record({ month, amount: cents }) },
  { type: 'expected', data: fc.record({ month, amount: cents }) },
  { type: 'shifted', data: fc.record({ to: oneOf('a', 'b', 'c', 'd'), amount: cents }) },
]

/** Events of actions and budgets of two programmes, as untidy as real ones, in the order of the log. */
export const arbitraryProgramme: fc.Arbitrary<LoggedEvent[]> = fc
  .tuple(
    arbitraryLog('programme-action', SHARED, { trajectories: 4, length: 90 }),
    arbitraryLog('programme-budget', MONEY, { trajectories: 3, length: 60 }),
  )
  .map(([actions, budgets]) =>
    [...marked(actions, 'A'), ...marked(budgets, 'B')].map((event, place) => ({
      ...event,
      position: place + 1,
    })),
  )

function marked(events: readonly Event[], mark: string): Event[] {
  return events.map(({ supersedes, ...event }) => ({
    ...event,
    id: mark + event.id,
    trajectory: mark + event.trajectory,
    ...(supersedes === undefined ? {} : { supersedes: mark + supersedes }),
  }))
}

export function trajectoriesOf(events: readonly LoggedEvent[]): PartTrajectory[] {
  const found = new Map<string, LoggedEvent[]>()
  for (const event of events) {
    found.set(event.trajectory, [...(found.get(event.trajectory) ?? []), event])
  }
  // What takes an event's place may stand in another trajectory.
  const all = new Map(withSuperseders(events).map((event) => [event.id, event]))
  return [...found].map(([trajectory, of]) => ({
    trajectory,
    route: of[0]?.route ?? '',
    events: of.map((event) => all.get(event.id) ?? { ...event, superseders: [] }),
  }))
}
