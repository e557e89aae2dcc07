import {
  addMonths,
  type Day,
  dayOfMoment,
  type Event,
  err,
  type FoldPlan,
  findDay,
  formatDay,
  ok,
  PARTY_EVENTS,
  type Result,
} from '@tijdig/core'
import type { Actor, SeenTrajectory } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { fieldChoices } from './field-choices.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { type GivenEvent, newEvent, recordAll } from './new-event.ts'
import { newEventId } from './new-id.ts'
import { type Directory, organisationsOf } from './organisations.ts'
import { may, mayAtAll, notAllowed } from './permission.ts'
import { seeTrajectory, shareableFields } from './visit-trajectory.ts'

/** What to share with whom, until when, and what the family said about it. */
export interface Sharing {
  readonly organisation: string
  readonly fields: readonly string[]
  readonly until: string
  readonly consent: {
    readonly answer: 'given' | 'refused' | 'not-needed'
    /** Why consent is not needed; only then. */
    readonly reason?: string | undefined
  }
}

interface Named {
  readonly route: string
  readonly id: string
}

const LONGEST_MONTHS = 12

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
  const wrong =
    checkConsent(sharing) ??
    checkFields(house, visitor.actor, plan, seen, sharing) ??
    checkUntil(house, sharing) ??
    (await checkOrganisation(directory, visitor.actor, seen, sharing))
  if (wrong) return err(wrong)
  const { organisation, fields, consent } = sharing
  const shared = consent.answer !== 'refused'
  const asked = { type: 'consentAsked', data: { organisation, ...consentData(sharing) } }
  const share = {
    type: 'sharedWith',
    data: { organisation, fields: [...new Set(fields)].join(','), until: sharing.until },
  }
  const ending = isShared(seen, organisation) ? [endingOf(organisation)] : []
  const events = eventsToday(house, plan, named, [asked, ...(shared ? [share] : ending)])
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
  const events = eventsToday(house, plan, named, [endingOf(organisation)])
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

function checkConsent({ consent }: Sharing): HouseError | undefined {
  const { answer, reason } = consent
  const reasons: Readonly<Record<string, string>> = PARTY_EVENTS.consentAsked.fields.reason.choices
  const choices = Object.entries(reasons).map(([code, label]) => `${code} (${label})`)
  if (answer === 'not-needed' && (reason === undefined || !Object.hasOwn(reasons, reason))) {
    const words = `Zeg waarom toestemming niet nodig is. Kies uit: ${choices.join(', ')}.`
    return houseError('consent-reason', words, 'consent.reason')
  }
  if (answer !== 'not-needed' && reason !== undefined) {
    const words = 'Een reden hoort er alleen bij als toestemming niet nodig is. Haal hem weg.'
    return houseError('consent-reason', words, 'consent.reason')
  }
  return undefined
}

function checkFields(
  house: Premises,
  actor: Actor,
  { route }: FoldPlan,
  seen: SeenTrajectory,
  { fields }: Sharing,
): HouseError | undefined {
  const able = shareableFields(house, actor, route, seen)
  const odd = fields.findIndex((name) => !able.includes(name))
  if (odd < 0) return undefined
  const choices = fieldChoices(route, able).map(({ code }) => code)
  const words = `Het gegeven "${fields[odd]}" kunt u niet delen. Kies uit: ${choices.join(', ')}.`
  return houseError('field-unknown', words, `fields.${odd}`)
}

function checkUntil(house: Premises, { until }: Sharing): HouseError | undefined {
  const today = dayOfMoment(house.now())
  const day = findDay(until)
  if (day !== undefined && day >= today && day <= lastDayFrom(today)) return undefined
  const words = `Delen kan tot en met een dag van ${formatDay(today)} tot ${formatDay(lastDayFrom(today))}. Schrijf JJJJ-MM-DD.`
  return houseError('until-invalid', words, 'until')
}

function lastDayFrom(today: Day): Day {
  return addMonths(today, LONGEST_MONTHS)
}

async function checkOrganisation(
  directory: Directory,
  { organisation: own }: Actor,
  { parties: { parties } }: SeenTrajectory,
  { organisation }: Sharing,
): Promise<HouseError | undefined> {
  if (organisation === own || parties.some((party) => party.organisation === organisation)) {
    const words = 'Deze organisatie is al bij het traject betrokken. Delen hoeft niet.'
    return houseError('share-needless', words, 'organisation')
  }
  if ((await organisationsOf(directory)).has(organisation)) return undefined
  const words = `De organisatie "${organisation}" staat niet in Tijdig. Kies een andere.`
  return houseError('organisation-unknown', words, 'organisation')
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
  { id: trajectory }: Named,
  given: readonly Omit<GivenEvent, 'validOn'>[],
): Result<Event[], HouseError> {
  const batch = newEventId(house.random)
  const validOn = formatDay(dayOfMoment(house.now()))
  const events: Event[] = []
  for (const [place, each] of given.entries()) {
    const ids = { id: `${batch}-${place}`, trajectory }
    const event = newEvent(house, plan, ids, { ...each, validOn })
    if (!event.ok) return event
    events.push(event.value)
  }
  return ok(events)
}
