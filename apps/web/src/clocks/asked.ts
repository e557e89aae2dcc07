import { dayOfMoment, endOfDay, findDay, findMoment, formatDay, getDay } from '@tijdig/core'
import { dayInWords } from '@tijdig/ui'

/**
 * A question as the address holds it. `cutOff` is a day; `knownAt` a day or a moment
 * (RFC 3339); `definitions` a day or `all`, left out: those in force on the day of `knownAt`.
 */
export interface Asked {
  readonly cutOff: string
  readonly knownAt: string
  readonly definitions?: string
}

/** `D@T` or `D@T#DEFINITIONS`, the form in which the API takes a question. */
export function writeAsked(asked: Asked): string {
  const definitions = asked.definitions === undefined ? '' : `#${asked.definitions}`
  return `${asked.cutOff}@${asked.knownAt}${definitions}`
}

/** Reads what `writeAsked` wrote; undefined for anything else. */
export function readAsked(text: unknown): Asked | undefined {
  if (typeof text !== 'string') return undefined
  const [question = '', definitions] = text.split('#')
  const [cutOff, knownAt] = question.split('@')
  if (!isDay(cutOff) || !isKnownAt(knownAt)) return undefined
  if (definitions === undefined) return { cutOff, knownAt }
  return isDefinitions(definitions) ? { cutOff, knownAt, definitions } : undefined
}

export function isDay(text: unknown): text is string {
  return findDay(text) !== undefined
}

/** A day, or a moment. */
export function isKnownAt(text: unknown): text is string {
  return isDay(text) || findMoment(text) !== undefined
}

/** A day, or `all`: each version apart. */
export function isDefinitions(text: unknown): text is string {
  return text === 'all' || isDay(text)
}

/** The day in the Netherlands of a day or a moment, as `YYYY-MM-DD`. */
export function dayOf(knownAt: string): string {
  const moment = findMoment(knownAt)
  return moment === undefined ? knownAt : formatDay(dayOfMoment(moment))
}

/** A moment that ends a day is written as that day: the same question, shorter. */
export function shortKnownAt(knownAt: string): string {
  const moment = findMoment(knownAt)
  if (moment === undefined) return knownAt
  const day = dayOfMoment(moment)
  // A second of room: moments are written by others with fewer decimals.
  return endOfDay(day) - moment < 1_000_000 ? formatDay(day) : knownAt
}

export function sameAsked(one: Asked, other: Asked): boolean {
  return writeAsked(one) === writeAsked(other)
}

/** "stand op 31 maart 2023, zoals bekend op 14 april 2023" */
export function askedInWords(asked: Asked): string {
  return `stand op ${dayInWords(asked.cutOff)}, zoals bekend op ${dayInWords(dayOf(asked.knownAt))}`
}

/** Days between the cut-off day and the day of what was known; negative: known before it. */
export function daysOfKnowledge(asked: Asked): number {
  return getDay(dayOf(asked.knownAt)) - getDay(asked.cutOff)
}
