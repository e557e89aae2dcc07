import {
  CORRECTION_EXPLAINED,
  type Decision,
  type Event,
  err,
  type FoldPlan,
  formatDay,
  ok,
  RETRACTED,
  type Result,
} from '@tijdig/core'
import type { SeenTrajectory } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { changesSince } from './changes-since.ts'
import { checkColleague, colleagueField } from './check-colleague.ts'
import { correctionRefusal } from './correct-event.ts'
import { checkHandover, filledIn, handoverRefusal } from './handover.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { trajectoryUnknown } from './look-up-trajectory.ts'
import { checkNamed, type GivenEvent, momentAfter, newEvent, recordAll } from './new-event.ts'
import { newEventId } from './new-id.ts'
import type { Directory } from './organisations.ts'
import { decideFor, mayRecordAtAll, notAllowed } from './permission.ts'

/** What somebody sends to have something recorded, corrected or withdrawn. */
export interface Recording extends GivenEvent {
  /** Made by who sends it, so that what is sent twice is recorded once. */
  readonly id?: string | undefined
  /** Why it takes another's place; only then. */
  readonly why?: string | undefined
  /** How many events one saw of the trajectory. */
  readonly seen?: number | undefined
}

type Named = { readonly route: string; readonly id: string }
type Recorded = Result<{ event: string }, HouseError>

/** Records what happened in a trajectory; gives the id of the event. */
export async function recordEvent(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  named: Named,
  given: Recording,
): Promise<Recorded> {
  const { actor, visit } = visitor
  const { route, id } = named
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  const able = mayRecordAtAll(house, actor, route, 'party')
  if (!able.ok) return able
  const seen = await visit.findTrajectory(route, id)
  if (!seen) return err(trajectoryUnknown())
  const before = recordedBefore(seen, given) ?? changed(plan.value, seen, given)
  if (before) return before
  const refused = refusalOf(house, visitor, plan.value, seen, given)
  if (refused) return err(refused)
  const events = await eventsOf(house, visitor, directory, plan.value, seen, given)
  if (!events.ok) return events
  const recorded = await recordAll(visit, events.value, given.seen)
  if (recorded.ok) return ok({ event: (events.value[0] as Event).id })
  // Somebody was first, perhaps the same person: then it is looked at as it now is.
  const now = await visit.findTrajectory(route, id)
  return (now && (recordedBefore(now, given) ?? changed(plan.value, now, given))) ?? recorded
}

/** What is sent again is no error, and nothing new. */
function recordedBefore({ events }: SeenTrajectory, given: Recording): Recorded | undefined {
  const there = given.id === undefined ? undefined : events.find(({ id }) => id === given.id)
  if (!there) return undefined
  const isSame =
    there.type === given.type &&
    formatDay(there.validOn) === given.validOn &&
    there.supersedes === given.supersedes &&
    // Of the fields one may not read oneself nothing is told.
    Object.entries(there.data).every(([name, value]) => given.data?.[name] === value)
  if (isSame) return ok({ event: there.id })
  const reason = 'Onder dit nummer is al iets anders vastgelegd. Laad de pagina opnieuw.'
  return err(houseError('id-with-other-content', reason, 'id'))
}

function changed({ route }: FoldPlan, { events }: SeenTrajectory, { seen }: Recording) {
  const changes = seen === undefined ? [] : changesSince(route, events, seen)
  if (changes.length === 0) return undefined
  const reason =
    'Intussen is er in dit traject iets anders vastgelegd. Kijk wat, en leg dit daarna vast.'
  return err({ ...houseError('trajectory-changed', reason, 'seen'), changes })
}

function refusalOf(
  house: Premises,
  { actor }: Visitor,
  plan: FoldPlan,
  seen: SeenTrajectory,
  given: Recording,
): HouseError | undefined {
  const { route } = plan
  const { type, supersedes } = given
  if (supersedes !== undefined) {
    const refused = correctionRefusal(house, actor, route, seen, { ...given, supersedes })
    const isAnother = seen.events.some((event) => event.id === supersedes && event.type !== type)
    if (refused || type === RETRACTED || !isAnother) return refused
  }
  const { relation, state } = seen
  const decision = decideFor(house, actor, route.code, 'record', { relation, state, detail: type })
  return stepRefusal(decision, type) ?? handoverRefusal(plan, seen.events, type)
}

/** The event itself, and beside it why it takes another's place. */
async function eventsOf(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  plan: FoldPlan,
  seen: SeenTrajectory,
  given: Recording,
): Promise<Result<readonly Event[], HouseError>> {
  const recordedAt = momentAfter(house, seen.events)
  const identity = {
    id: given.id ?? newEventId(house.random),
    trajectory: seen.id,
    recordedAt,
  }
  const colleagues =
    colleagueField(plan.route, given.type) === undefined ? [] : await visitor.visit.colleagues()
  const data = filledIn(plan, visitor.actor, colleagues, seen, given)
  const event = newEvent(house, plan, identity, { ...given, data })
  if (!event.ok) return event
  const colleague = checkColleague(visitor, colleagues, plan.route, seen.events, event.value)
  if (!colleague.ok) return colleague
  const wrong = await checkHandover(plan, visitor, directory, colleagues, seen, event.value)
  if (wrong) return err(wrong)
  const named = await checkNamed(plan, directory, seen.events, event.value)
  if (!named.ok) return named
  if (given.supersedes === undefined) return ok([event.value])
  const explained = newEvent(
    house,
    plan,
    { ...identity, id: `${identity.id}-w` },
    {
      type: CORRECTION_EXPLAINED,
      validOn: given.validOn,
      data: { corrected: given.supersedes, why: given.why ?? '' },
    },
  )
  return explained.ok ? ok([event.value, explained.value]) : err(whyOf(explained.error))
}

/** The field as it was sent. */
function whyOf({ code, reason }: HouseError): HouseError {
  return houseError(code, reason, 'why')
}

/** Why a step may not be recorded, to who may see the trajectory anyhow. */
export function stepRefusal(decision: Decision, type: string): HouseError | undefined {
  switch (decision) {
    case 'allowed':
      return undefined
    case 'unknown-detail':
      return houseError(
        'type-unknown',
        `De gebeurtenis "${type}" bestaat niet op deze route. Kies een andere.`,
        'type',
      )
    case 'state-may-not':
      return houseError(
        'step-not-now',
        'Dit past niet bij hoe het traject er nu voorstaat. Bekijk het traject opnieuw.',
        'type',
      )
    case 'relation-may-not':
      return notAllowed('Dit mag alleen wie bij het traject betrokken is.').error
    case 'role-may-not':
    case 'purpose-may-not':
    case 'kind-may-not':
    case 'not-shared':
      return notAllowed().error
    default:
      return decision satisfies never
  }
}
