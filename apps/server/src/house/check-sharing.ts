import {
  addMonths,
  type Day,
  dayOfMoment,
  type FoldPlan,
  findDay,
  formatDay,
  PARTY_EVENTS,
} from '@tijdig/core'
import type { Actor, SeenTrajectory } from '@tijdig/store'
import { fieldChoices } from './field-choices.ts'
import type { Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { type Directory, organisationsOf } from './organisations.ts'
import { shareableFields } from './visit-trajectory.ts'

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

const LONGEST_MONTHS = 12

/** What is wrong with a wish to share, if anything. */
export async function checkSharing(
  house: Premises,
  actor: Actor,
  directory: Directory,
  plan: FoldPlan,
  seen: SeenTrajectory,
  sharing: Sharing,
): Promise<HouseError | undefined> {
  return (
    checkConsent(sharing) ??
    checkFields(house, actor, plan, seen, sharing) ??
    checkUntil(house, sharing) ??
    (await checkOrganisation(directory, actor, seen, sharing))
  )
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
