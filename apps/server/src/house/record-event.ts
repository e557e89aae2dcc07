import { type Decision, err, ok, type Result } from '@tijdig/core'
import type { Visitor } from '../sign-in/visitor.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { trajectoryUnknown } from './look-up-trajectory.ts'
import { checkNamed, type GivenEvent, momentAfter, newEvent, recordAll } from './new-event.ts'
import { newEventId } from './new-id.ts'
import type { Directory } from './organisations.ts'
import { decideFor, mayRecordAtAll, notAllowed } from './permission.ts'

/** Records what happened in a trajectory; gives the id of the event. */
export async function recordEvent(
  house: Premises,
  { actor, visit }: Visitor,
  directory: Directory,
  { route, id }: { readonly route: string; readonly id: string },
  given: GivenEvent,
): Promise<Result<{ event: string }, HouseError>> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  const able = mayRecordAtAll(house, actor, route, 'party')
  if (!able.ok) return able
  const seen = await visit.findTrajectory(route, id)
  if (!seen) return err(trajectoryUnknown())
  const { relation, state } = seen
  const decision = decideFor(house, actor, route, 'record', { relation, state, detail: given.type })
  const refused = stepRefusal(decision, given.type)
  if (refused) return err(refused)
  const recordedAt = momentAfter(house, seen.events)
  const identity = { id: newEventId(house.random), trajectory: id, recordedAt }
  const event = newEvent(house, plan.value, identity, given)
  if (!event.ok) return event
  const named = await checkNamed(plan.value, directory, seen.events, event.value)
  if (!named.ok) return named
  const recorded = await recordAll(visit, [event.value])
  return recorded.ok ? ok({ event: event.value.id }) : recorded
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
