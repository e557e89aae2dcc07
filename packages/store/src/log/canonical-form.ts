import { hash } from 'node:crypto'
import { type Day, type Event, formatDay, type Moment } from '@tijdig/core'

/**
 * An event as text that is the same wherever it was written: JSON by RFC 8785 (JCS).
 * No white space; keys in the order of their UTF-16 code units; texts and numbers as ECMAScript
 * writes them. Days as `YYYY-MM-DD`, moments in UTC with no more decimals than they have,
 * `supersedes` only where there is one, `data` always.
 * Two events with one id are the same event when this text is the same; the log's chain of
 * hashes runs over it.
 * @param data The event's data in canonical form, where the caller has it already.
 */
export function canonicalForm(event: Event, data: string = canonicalData(event.data)): string {
  const { id, trajectory, route, type, validOn, recordedAt, supersedes } = event
  const replaced = supersedes === undefined ? '' : `"supersedes":${JSON.stringify(supersedes)},`
  return (
    `{"data":${data},"id":${JSON.stringify(id)},"recordedAt":"${momentText(recordedAt)}",` +
    `"route":${JSON.stringify(route)},${replaced}"trajectory":${JSON.stringify(trajectory)},` +
    `"type":${JSON.stringify(type)},"validOn":"${dayText(validOn)}"}`
  )
}

/** The data of an event in canonical form. */
export function canonicalData(data: Event['data']): string {
  const names = Object.keys(data)
  if (isSorted(names)) return JSON.stringify(data)
  const sorted = names.sort().map((name) => `${JSON.stringify(name)}:${JSON.stringify(data[name])}`)
  return `{${sorted.join(',')}}`
}

/** The hash of the log before its first event. */
export function genesisHash(identity: string): Buffer {
  return hash('sha256', identity, 'buffer')
}

/** The hash at an event's position: SHA-256 over the 32 bytes before it and its canonical form. */
export function chainHash(before: Buffer, canonical: string): Buffer {
  const most = 32 + canonical.length * 3
  if (room.length < most) room = Buffer.allocUnsafe(2 * most)
  before.copy(room)
  const length = 32 + room.write(canonical, 32)
  return hash('sha256', room.subarray(0, length), 'buffer')
}

// One piece of memory for all events: a hash is calculated millions of times.
let room = Buffer.allocUnsafe(4096)

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index++) {
    if ((names[index] as string) <= (names[index - 1] as string)) return false
  }
  return true
}

// A log has a few thousand days and millions of events: each day is written once.
const dayTexts = new Map<Day, string>()

function dayText(day: Day): string {
  let text = dayTexts.get(day)
  if (text === undefined) {
    text = formatDay(day)
    dayTexts.set(day, text)
  }
  return text
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))
const MICROSECONDS_A_DAY = 86_400_000_000

/** As core writes a moment, only quicker. */
function momentText(moment: Moment): string {
  const day = Math.floor(moment / MICROSECONDS_A_DAY)
  const ofDay = moment - day * MICROSECONDS_A_DAY
  const seconds = Math.floor(ofDay / 1_000_000)
  const micros = ofDay - seconds * 1_000_000
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`
  const hour = TWO_DIGITS[Math.floor(seconds / 3_600)]
  const minute = TWO_DIGITS[Math.floor(seconds / 60) % 60]
  return `${dayText(day as Day)}T${hour}:${minute}:${TWO_DIGITS[seconds % 60]}${fraction}Z`
}
