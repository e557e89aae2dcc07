import {
  dayOfMoment,
  type Event,
  err,
  type FoldPlan,
  formatDay,
  ok,
  type Result,
} from '@tijdig/core'
import type { SeenTrajectory } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { checkSharing, type Sharing } from './check-sharing.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { type GivenEvent, momentAfter, newEvent, recordAll } from './new-event.ts'
import { newEventId } from './new-id.ts'
import type { Directory } from './organisations.ts'
import { may, mayAtAll, notAllowed } from './permission.ts'
import { seeTrajectory } from './visit-trajectory.ts'

interface Named {
  readonly route: string
  readonly id: string
}

/** Records that the family was asked and what it said, and shares unless it refused. */
export async function shareFields(
  house: Premises,
  visitor: Visitor,
  directory: Directory,
  named: Named,
  sharing: Sharing,
): Promise<Result<{ shared: boolean }, HouseError>> {
  const found = await openToShare(house, visitor, named)
  if (!found.ok) return found
  const { plan, seen } = found.value
  const wrong = await checkSharing(house, visitor.actor, directory, plan, seen, sharing)
  if (wrong) return err(wrong)
  const { organisation, fields, consent } = sharing
  const shared = consent.answer !== 'refused'
  const asked = { type: 'consentAsked', data: { organisation, ...consentData(sharing) } }
  const share = {
    type: 'sharedWith',
    data: { organisation, fields: [...new Set(fields)].join(','), until: sharing.until },
  }
  const ending = isShared(seen, organisation) ? [endingOf(organisation)] : []
  const events = eventsToday(house, plan, seen, [asked, ...(shared ? [share] : ending)])
  if (!events.ok) return events
  const recorded = await recordAll(visitor.visit, events.value)
  return recorded.ok ? ok({ shared }) : recorded
}

/** Stops sharing with an organisation, from now on. */
export async function endSharing(
  house: Premises,
  visitor: Visitor,
  named: Named,
  organisation: string,
): Promise<Result<undefined, HouseError>> {
  const found = await openToShare(house, visitor, named)
  if (!found.ok) return found
  const { plan, seen } = found.value
  if (!isShared(seen, organisation)) {
    const reason = 'Met deze organisatie wordt van dit traject niets gedeeld.'
    return err(houseError('share-unknown', reason))
  }
  const events = eventsToday(house, plan, seen, [endingOf(organisation)])
  return events.ok ? recordAll(visitor.visit, events.value) : events
}

async function openToShare(
  house: Premises,
  visitor: Visitor,
  named: Named,
): Promise<Result<{ plan: FoldPlan; seen: SeenTrajectory }, HouseError>> {
  const plan = findPlan(house, named.route)
  if (!plan.ok) return plan
  const able = mayAtAll(house, visitor.actor, named.route, 'share')
  if (!able.ok) return able
  const seen = await seeTrajectory(house, visitor, named)
  if (!seen.ok) return seen
  const { relation } = seen.value
  if (may(house, visitor.actor, named.route, 'share', { relation })) {
    return ok({ plan: plan.value, seen: seen.value })
  }
  return notAllowed('Delen mag alleen wie bij het traject betrokken is.')
}

function isShared({ parties: { shares } }: SeenTrajectory, organisation: string): boolean {
  return shares.some((share) => share.organisation === organisation)
}

function consentData({ consent: { answer, reason } }: Sharing) {
  return { answer, ...(reason !== undefined && { reason }) }
}

function endingOf(organisation: string) {
  return { type: 'sharingEnded', data: { organisation } }
}

/** Events of today, read in this order. */
function eventsToday(
  house: Premises,
  plan: FoldPlan,
  { id: trajectory, events: known }: SeenTrajectory,
  given: readonly Omit<GivenEvent, 'validOn'>[],
): Result<Event[], HouseError> {
  const batch = newEventId(house.random)
  const recordedAt = momentAfter(house, known)
  const validOn = formatDay(dayOfMoment(house.now()))
  const events: Event[] = []
  for (const [place, each] of given.entries()) {
    const identity = { id: `${batch}-${place}`, trajectory, recordedAt }
    const event = newEvent(house, plan, identity, { ...each, validOn })
    if (!event.ok) return event
    events.push(event.value)
  }
  return ok(events)
}
