import { type Event, type LoggedEvent, RETRACTED, type RecordedEvent } from './event.ts'
import { END_OF_TIME, type Moment } from './moment.ts'

/** What of the log counts: recorded by `knownAt` and standing at `position` or before. */
export interface Knowledge {
  readonly knownAt: Moment
  readonly position: number
}

export const EVERYTHING: Knowledge = { knownAt: END_OF_TIME, position: Number.MAX_SAFE_INTEGER }

export function isKnown(
  event: { readonly recordedAt: Moment; readonly position: number },
  knowledge: Knowledge,
): boolean {
  return event.recordedAt <= knowledge.knownAt && event.position <= knowledge.position
}

/**
 * A trajectory's events as they were known, in the order of reading. Each that a known event
 * supersedes is dropped, also when that one was itself superseded; so are the retractions.
 */
export function readEvents(
  events: readonly RecordedEvent[],
  knowledge: Knowledge = EVERYTHING,
): RecordedEvent[] {
  return events
    .filter(
      (event) =>
        event.type !== RETRACTED &&
        isKnown(event, knowledge) &&
        !event.superseders.some((superseder) => isKnown(superseder, knowledge)),
    )
    .sort(compareInReading)
}

/** By the day it happened, then the moment it became known, then its id by code point. */
export function compareInReading(a: Event, b: Event): number {
  return a.validOn - b.validOn || a.recordedAt - b.recordedAt || compareText(a.id, b.id)
}

/** By Unicode code point, as PostgreSQL's collation "C" and DuckDB order text. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index)
    const y = b.charCodeAt(index)
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** Puts beside each event the events that supersede it, wherever in `events` they stand. */
export function withSuperseders(events: readonly LoggedEvent[]): RecordedEvent[] {
  const superseders = new Map<string, { position: number; recordedAt: Moment }[]>()
  for (const { supersedes, position, recordedAt } of events) {
    if (supersedes === undefined) continue
    const known = superseders.get(supersedes)
    if (known) known.push({ position, recordedAt })
    else superseders.set(supersedes, [{ position, recordedAt }])
  }
  return events.map((event) => ({ ...event, superseders: superseders.get(event.id) ?? [] }))
}
