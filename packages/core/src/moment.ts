import { Temporal } from 'temporal-polyfill'
import { addDays, type Day, daysFromCivil, findDay, formatDay } from './day.ts'

/**
 * A moment in time, as whole microseconds since 1970-01-01T00:00:00Z:
 * as fine as PostgreSQL keeps it, and exact in a number.
 */
export type Moment = number & { readonly __moment: unique symbol }

/** Later than every moment that can be asked. */
export const END_OF_TIME = 253_402_214_400_000_000 as unknown as Moment

const TIME_ZONE = 'Europe/Amsterdam'
const MOMENT_FORM =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * Reads a moment of RFC 3339 (`2023-04-06T09:30:00Z`, with an offset or a fraction too).
 * Finer than a microsecond is cut off. Undefined for any other form.
 */
export function findMoment(text: unknown): Moment | undefined {
  if (typeof text !== 'string') return undefined
  const parts = MOMENT_FORM.exec(text)
  if (!parts) return undefined
  const day = findDay(parts[1])
  const hour = Number(parts[2])
  const minute = Number(parts[3])
  const second = Number(parts[4])
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined
  const offset = offsetMinutes(parts[6] as string)
  if (offset === undefined) return undefined
  const micros = Number((parts[5] ?? '').padEnd(6, '0').slice(0, 6))
  const seconds = day * 86_400 + hour * 3_600 + (minute - offset) * 60 + second
  return (seconds * 1_000_000 + micros) as Moment
}

/** Reads a moment that must be right; throws where it is not. */
export function getMoment(text: string): Moment {
  const moment = findMoment(text)
  if (moment === undefined) throw new Error(`not a moment: ${text}`)
  return moment
}

/** Writes a moment in UTC, with as many decimals as it has. */
export function formatMoment(moment: Moment): string {
  const micros = ((moment % 1_000_000) + 1_000_000) % 1_000_000
  const whole = new Date((moment - micros) / 1_000).toISOString().slice(0, 19)
  return micros === 0
    ? `${whole}Z`
    : `${whole}.${String(micros).padStart(6, '0').replace(/0+$/, '')}Z`
}

/** The last moment of a day in the Netherlands: what is known "on 6 April" is what that day brought. */
export function endOfDay(day: Day): Moment {
  const next = Temporal.PlainDate.from(formatDay(addDays(day, 1))).toZonedDateTime(TIME_ZONE)
  return (next.epochMilliseconds * 1_000 - 1) as Moment
}

/** The day in the Netherlands on which a moment falls. */
export function dayOfMoment(moment: Moment): Day {
  const zoned = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(moment / 1_000),
  ).toZonedDateTimeISO(TIME_ZONE)
  return daysFromCivil(zoned.year, zoned.month, zoned.day)
}

/** The moment that a clock in milliseconds shows. */
export function momentOfMilliseconds(milliseconds: number): Moment {
  return (milliseconds * 1_000) as Moment
}

function offsetMinutes(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(4, 6))
  if (hours > 23 || minutes > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
