import { Temporal } from 'temporal-polyfill'

/**
 * A calendar day in Europe/Amsterdam, as whole days since 1970-01-01.
 * A number, because millions of days are compared for one figure; people see `YYYY-MM-DD`.
 */
export type Day = number & { readonly __day: unique symbol }

const MILLISECONDS_A_DAY = 86_400_000

/** No end in sight: later than every day that can be asked. Written 9999-12-31. */
export const FOREVER = 2_932_896 as Day

/** The first day that can be written. */
export const FIRST_DAY = -719_162 as Day

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/

/** Reads `YYYY-MM-DD`; undefined for any other form and for a day that no calendar has. */
export function findDay(text: unknown): Day | undefined {
  if (typeof text !== 'string' || !DAY_FORM.test(text)) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const date = digits(text, 8, 10)
  if (year === 0 || month < 1 || month > 12 || date < 1) return undefined
  if (date > 28 && date > daysInMonth(year, month)) return undefined
  return daysFromCivil(year, month, date)
}

/** Reads `YYYY-MM-DD` that must be right; throws where it is not. */
export function getDay(text: string): Day {
  const day = findDay(text)
  if (day === undefined) throw new Error(`not a day: ${text}`)
  return day
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day
}

/** The same date so many months on; the last of the month where that date does not exist. */
export function addMonths(day: Day, months: number): Day {
  const moved = Temporal.PlainDate.from(formatDay(day)).add({ months }, { overflow: 'constrain' })
  return daysFromCivil(moved.year, moved.month, moved.day)
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** `2023-03` */
export function monthOf(day: Day): string {
  return formatDay(day).slice(0, 7)
}

/** `2023-Q1` */
export function quarterOf(day: Day): string {
  const text = formatDay(day)
  return `${text.slice(0, 4)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`
}

/** The day of a civil date, proleptic Gregorian. */
export function daysFromCivil(year: number, month: number, date: number): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) as Day
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48
  return value
}
