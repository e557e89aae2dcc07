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
  const replaced = supersedes === undefined ? '' : `"supersedes":${quoted(supersedes)},`
  return `{"data":${data},"id":${quoted(id)},"recordedAt":"${momentText(recordedAt)}","route":${quoted(route)},${replaced}"trajectory":${quoted(trajectory)},"type":${quoted(type)},"validOn":"${dayText(validOn)}"}`
}

/** The data of an event in canonical form. */
export function canonicalData(data: Event['data']): string {
  const names = Object.keys(data)
  if (isSorted(names)) return JSON.stringify(data)
  const sorted = names.sort().map((name) => `${JSON.stringify(name)}:${JSON.stringify(data[name])}`)
  return `{${sorted.join(',')}}`
}

/** The hash of the log before its first event: SHA-256 over its identity, in hex. */
export function genesisHash(identity: string): string {
  return hash('sha256', identity, 'hex')
}

/**
 * The hash at an event's position, in hex: SHA-256 over the 64 hex digits of the hash before it,
 * followed by the event in canonical form, as UTF-8.
 */
export function chainHash(before: string, canonical: string): string {
  return hash('sha256', before + canonical, 'hex')
}

// Most texts need no escape: that is seen sooner than JSON is asked.
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

/** A text as JSON writes it. */
export function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text)
}

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

const MICROSECONDS_A_DAY = 86_400_000_000

/** As core writes a moment, only quicker. */
function momentText(moment: Moment): string {
  const day = Math.floor(moment / MICROSECONDS_A_DAY)
  const ofDay = moment - day * MICROSECONDS_A_DAY
  const seconds = Math.floor(ofDay / 1_000_000)
  const micros = ofDay - seconds * 1_000_000
  if (micros === 0) return `${dayText(day as Day)}T${timeTexts[seconds] ?? timeText(seconds)}Z`
  const fraction = String(micros).padStart(6, '0').replace(/0+$/, '')
  return `${dayText(day as Day)}T${timeText(seconds)}.${fraction}Z`
}

// So are the seconds of a day.
const timeTexts: string[] = []

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':')
  timeTexts[seconds] = text
  return text
}
