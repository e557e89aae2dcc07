import {
  checkEvent,
  currentFacts,
  dayOfMoment,
  type Event,
  err,
  type FieldValue,
  type FoldPlan,
  formatMoment,
  type Moment,
  ok,
  type Party,
  parseEvent,
  partiesOf,
  RETRACTED,
  type RecordedEvent,
  type Result,
} from '@tijdig/core'
import type { Visit } from '@tijdig/store'
import type { Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { type Directory, organisationsOf } from './organisations.ts'

/** An event as somebody fills it in. */
export interface GivenEvent {
  readonly type: string
  readonly validOn: string
  readonly data?: Readonly<Record<string, FieldValue>> | undefined
  /** The event whose place it takes. */
  readonly supersedes?: string | undefined
}

/** What the house itself gives an event. */
export interface NewIdentity {
  readonly id: string
  readonly trajectory: string
  readonly recordedAt: Moment
}

const SECOND = 1_000_000

/** Only what is a text for people is longer than what a hand types into a field. */
const LONGEST_CODE = 200

/**
 * Now; or a moment after what was recorded of a trajectory just before, so that of one day the
 * later record is read last, whatever the ids.
 */
export function momentAfter({ now }: Premises, known: readonly RecordedEvent[]): Moment {
  const moment = now()
  const last = known.reduce((latest, { recordedAt }) => Math.max(latest, recordedAt), 0)
  return last >= moment && last < moment + SECOND ? ((last + 1) as Moment) : moment
}

/** Makes an event of what was filled in; says which field is wrong. */
export function newEvent(
  house: Premises,
  { route }: FoldPlan,
  { id, trajectory, recordedAt }: NewIdentity,
  { type, validOn, data = {}, supersedes }: GivenEvent,
): Result<Event, HouseError> {
  const parsed = parseEvent({
    id,
    trajectory,
    route: route.code,
    type,
    validOn,
    recordedAt: formatMoment(recordedAt),
    ...(supersedes !== undefined && { supersedes }),
    data,
  })
  if (!parsed.ok) return err(houseError(parsed.error.code, parsed.error.reason, parsed.error.place))
  const [given] = Object.keys(data)
  if (type === RETRACTED && given !== undefined) {
    const reason = 'Een intrekking zegt alleen wat zij intrekt. Laat de gegevens weg.'
    return err(houseError('field-unknown', reason, `data.${given}`))
  }
  const wrong = checkEvent(route, parsed.value)
  if (wrong) return err(houseError(wrong.code, wrong.reason, wrong.place))
  const long = Object.entries(data).find(
    ([name, value]) =>
      String(value).length > LONGEST_CODE && route.events[type]?.fields[name]?.kind !== 'text',
  )?.[0]
  if (long !== undefined) {
    const reason = `"${route.events[type]?.fields[long]?.label}" (${long}) mag niet langer zijn dan ${LONGEST_CODE} tekens.`
    return err(houseError('field-invalid', reason, `data.${long}`))
  }
  if (parsed.value.validOn > dayOfMoment(house.now())) {
    const reason = 'Wat nog moet gebeuren, is niet vast te leggen. Kies een dag tot en met vandaag.'
    return err(houseError('day-in-future', reason, 'validOn'))
  }
  return parsed
}

/** Events that are not in the log yet, as if they stood after others. */
export function asRecorded(
  fresh: readonly Event[],
  known: readonly RecordedEvent[] = [],
): RecordedEvent[] {
  const last = known.reduce((highest, { position }) => Math.max(highest, position), 0)
  const added = fresh.map((event, place) => ({
    ...event,
    position: last + 1 + place,
    superseders: [],
  }))
  return [...known, ...added].map((event) => {
    const by = added.filter(({ supersedes }) => supersedes === event.id)
    return by.length === 0 ? event : { ...event, superseders: [...event.superseders, ...by] }
  })
}

/**
 * Refuses an event that names an organisation or team that is not there, or after which nobody has
 * to do with the trajectory: nobody would see it then.
 */
export async function checkNamed(
  plan: FoldPlan,
  directory: Directory,
  known: readonly RecordedEvent[],
  event: Event,
): Promise<Result<undefined, HouseError>> {
  const before = new Set(partiesIn(plan, known).map((each) => each.organisation))
  const organisations = await organisationsOf(directory)
  const after = partiesIn(plan, asRecorded([event], known))
  if (before.size > 0 && after.length === 0) {
    const reason =
      'Hierna hoort bij dit traject geen organisatie meer, en ziet niemand het nog. Leg eerst vast wie erbij hoort.'
    return err(houseError('nobody-left', reason, 'type'))
  }
  for (const { organisation, team } of after) {
    if (!before.has(organisation) && !organisations.has(organisation)) {
      const reason = `De organisatie "${organisation}" staat niet in Tijdig. Kies een andere.`
      return err(houseError('organisation-unknown', reason, placeOf(event, organisation)))
    }
    if (team === null || event.data.team !== team) continue
    const teams = await directory.teams(organisation)
    if (!teams.some(({ code }) => code === team)) {
      const reason = `De organisatie "${organisation}" heeft geen team "${team}". Kies een ander, of laat het leeg.`
      return err(houseError('team-unknown', reason, 'data.team'))
    }
  }
  return ok(undefined)
}

function partiesIn(plan: FoldPlan, events: readonly RecordedEvent[]): readonly Party[] {
  return partiesOf(plan, currentFacts(plan, events)).parties
}

function placeOf({ data }: Event, value: string): string {
  const name = Object.keys(data).find((each) => data[each] === value)
  return name === undefined ? 'data' : `data.${name}`
}

/**
 * Records events together, or none of them; the database decides once more whether they may be.
 * @param seen How many events somebody saw of the trajectory; more by now: none are recorded.
 */
export async function recordAll(
  visit: Visit,
  events: readonly Event[],
  seen?: number,
): Promise<Result<undefined, HouseError>> {
  const refusals = (await visit.record(events, seen)).flatMap((each) =>
    each.ok ? [] : [each.error],
  )
  // One is refused for itself, the others because they came with it.
  const why = refusals.find(({ code }) => code !== 'not-without-others') ?? refusals[0]
  return why ? err(houseError(why.code, why.reason, why.place)) : ok(undefined)
}
