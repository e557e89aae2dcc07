import { findDay } from './day.ts'
import { type Event, type FieldValue, RETRACTED } from './event.ts'
import { type EventError, type EventErrorCode, eventError } from './event-error.ts'
import { findMoment } from './moment.ts'
import { err, ok, type Result } from './result.ts'

const KEYS = new Set([
  'id',
  'trajectory',
  'route',
  'type',
  'validOn',
  'recordedAt',
  'supersedes',
  'data',
])
const LONGEST_ID = 200
const LONGEST_TEXT = 10_000
const NO_DATA: Event['data'] = Object.freeze({})

/**
 * Reads one event from parsed JSON. Checks its form only; whether its route knows it is
 * `checkEvent`'s. Strict: a key that is not of the form is refused rather than lost unseen.
 */
export function parseEvent(value: unknown): Result<Event, EventError> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(
      'not-an-event',
      '',
      'De regel is geen gebeurtenis. Geef een JSON-object per regel.',
    )
  }
  const raw = value as Record<string, unknown>
  for (const key in raw) {
    if (!KEYS.has(key)) {
      return refuse(
        'key-unknown',
        key,
        `Een gebeurtenis heeft geen "${shorten(key)}". Haal het weg.`,
      )
    }
  }
  for (const key of ['id', 'trajectory', 'route', 'type'] as const) {
    const wrong = checkId(raw[key], key)
    if (wrong) return err(wrong)
  }
  const validOn = findDay(raw.validOn)
  if (validOn === undefined) {
    return missingOr(raw, 'validOn', 'day-invalid', 'is geen bestaande dag. Schrijf JJJJ-MM-DD.')
  }
  const recordedAt = findMoment(raw.recordedAt)
  if (recordedAt === undefined) {
    return missingOr(
      raw,
      'recordedAt',
      'moment-invalid',
      'is geen moment. Schrijf bijvoorbeeld 2023-04-06T09:30:00Z.',
    )
  }
  const data = raw.data === undefined ? NO_DATA : findData(raw.data)
  if (data === undefined) {
    return refuse(
      'data-invalid',
      'data',
      'De gegevens moeten losse waarden zijn: tekst, een getal, of waar/onwaar.',
    )
  }
  const event = {
    id: raw.id as string,
    trajectory: raw.trajectory as string,
    route: raw.route as string,
    type: raw.type as string,
    validOn,
    recordedAt,
    data,
  }
  if (raw.supersedes === undefined || raw.supersedes === null) {
    return event.type === RETRACTED
      ? refuse('supersedes-missing', 'supersedes', 'Een intrekking moet zeggen wat zij intrekt.')
      : ok(event)
  }
  const wrong = checkId(raw.supersedes, 'supersedes')
  if (wrong) return err(wrong)
  if (raw.supersedes === event.id) {
    return refuse('supersedes-itself', 'supersedes', 'Een gebeurtenis kan zichzelf niet vervangen.')
  }
  return ok({ ...event, supersedes: raw.supersedes as string })
}

function refuse(code: EventErrorCode, place: string, reason: string): Result<never, EventError> {
  return err(eventError(code, place, reason))
}

function missingOr(
  raw: Record<string, unknown>,
  key: string,
  code: EventErrorCode,
  what: string,
): Result<never, EventError> {
  return raw[key] === undefined
    ? refuse('key-missing', key, `"${key}" ontbreekt.`)
    : refuse(code, key, `${shorten(JSON.stringify(raw[key]))} ${what}`)
}

function checkId(value: unknown, key: string): EventError | undefined {
  if (value === undefined) return eventError('key-missing', key, `"${key}" ontbreekt.`)
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST_ID && isText(value)) {
    return undefined
  }
  return eventError(
    'id-invalid',
    key,
    `"${key}" moet tekst zijn van 1 tot ${LONGEST_ID} tekens, zonder stuurtekens.`,
  )
}

function findData(value: unknown): Event['data'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const raw = value as Record<string, unknown>
  for (const key in raw) {
    if (!isFieldValue(raw[key]) || key.length > LONGEST_ID || !isText(key)) return undefined
  }
  return raw as Record<string, FieldValue>
}

function isFieldValue(value: unknown): value is FieldValue {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT && isText(value)
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

// Control characters and halves of surrogate pairs cannot be kept, shown or compared safely.
const NOT_TEXT = /\p{Cc}|\p{Cs}/u

function isText(value: string): boolean {
  return !NOT_TEXT.test(value)
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}
