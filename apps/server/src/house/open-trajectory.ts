import {
  currentFacts,
  dayOfMoment,
  type Event,
  err,
  type FoldPlan,
  formatDay,
  ok,
  partiesOf,
  type Result,
  relationOf,
} from '@tijdig/core'
import type { Visitor } from '../sign-in/visitor.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { asRecorded, checkNamed, type GivenEvent, newEvent, recordAll } from './new-event.ts'
import { newEventId, newTrajectoryId, trajectoryIdOf } from './new-id.ts'
import type { Directory } from './organisations.ts'
import { decideFor, mayRecordAtAll } from './permission.ts'
import { stepRefusal } from './record-event.ts'

/** A trajectory to open: its route, and what happened already. */
export interface Opening {
  readonly route: string
  readonly events: readonly GivenEvent[]
  /** Made by who sends it, so that what is sent twice opens one trajectory. */
  readonly key?: string | undefined
}

/**
 * Opens a trajectory under a number that the house gives. The organisation of who opens it is
 * party to it: by what is recorded, or else because it joins.
 */
export async function openTrajectory(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  opening: Opening,
): Promise<Result<{ id: string }, HouseError>> {
  const plan = findPlan(house, opening.route)
  if (!plan.ok) return plan
  const able = mayRecordAtAll(house, visitor.actor, opening.route, 'new')
  if (!able.ok) return able
  const { route, key } = opening
  const id = key === undefined ? newTrajectoryId(route, house.random) : trajectoryIdOf(route, key)
  if (key !== undefined && (await visitor.visit.findTrajectory(route, id))) return ok({ id })
  const events = await readEventsOf(house, visitor, directory, plan.value, id, opening)
  if (!events.ok) return events
  const recorded = await recordAll(visitor.visit, joined(house, visitor, plan.value, events.value))
  if (recorded.ok) return ok({ id })
  // The same was sent twice at once: one of the two opened it.
  const isThere = key !== undefined && (await visitor.visit.findTrajectory(route, id))
  return isThere ? ok({ id }) : recorded
}

/** Only what opens a trajectory: other steps are for who is party to it, once it is there. */
async function readEventsOf(
  house: Premises,
  { actor }: Visitor,
  directory: Directory,
  plan: FoldPlan,
  trajectory: string,
  { route, events: given }: Opening,
): Promise<Result<Event[], HouseError>> {
  const batch = newEventId(house.random)
  const events: Event[] = []
  for (const [place, each] of given.entries()) {
    const known = asRecorded(events)
    const decision = decideFor(house, actor, route, 'record', {
      relation: 'new',
      detail: each.type,
    })
    const refused =
      decision === 'relation-may-not' ? OPENS_NOTHING : stepRefusal(decision, each.type)
    if (refused) return err(inEvent(place, refused))
    const identity = { id: idIn(batch, place), trajectory, recordedAt: house.now() }
    const event = newEvent(house, plan, identity, each)
    if (!event.ok) return err(inEvent(place, event.error))
    const named = await checkNamed(plan, directory, known, event.value)
    if (!named.ok) return err(inEvent(place, named.error))
    events.push(event.value)
  }
  return ok(events)
}

/** With the own organisation's joining after the first event, where nothing else makes it party. */
function joined(
  house: Premises,
  { actor }: Visitor,
  plan: FoldPlan,
  events: readonly Event[],
): readonly Event[] {
  const [first, ...rest] = events
  const parties = partiesOf(plan, currentFacts(plan, asRecorded(events)))
  if (!first || relationOf(actor, parties, dayOfMoment(house.now())) === 'party') return events
  const { organisation } = actor
  const given = { type: 'partyJoined', validOn: formatDay(first.validOn), data: { organisation } }
  const joining = newEvent(house, plan, { ...first, id: `${first.id}-p` }, given)
  if (!joining.ok) throw new Error(joining.error.reason)
  return [first, joining.value, ...rest]
}

/** What is recorded in one moment is read in the order of the ids. */
function idIn(batch: string, place: number): string {
  return `${batch}-${String(place).padStart(2, '0')}`
}

const OPENS_NOTHING = houseError(
  'step-not-now',
  'Met deze gebeurtenis begint geen traject. Leg haar vast als het traject er is.',
  'type',
)

function inEvent(place: number, { code, reason, field = '' }: HouseError): HouseError {
  return houseError(code, reason, `events.${place}${field && `.${field}`}`)
}
