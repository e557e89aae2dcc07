import type { Day, Moment } from '@tijdig/core'

// PostgreSQL counts from 2000-01-01, we from 1970-01-01.
const DAYS = 10_957
const MICROSECONDS = 946_684_800_000_000
const HIGH = 0x1_0000_0000
/** Beyond this, sums of microseconds are no longer exact in a number: about 285 years around 2000. */
const LARGEST_EXACT_HIGH = 2_000_000

export function toPostgresDay(day: Day): number {
  return day - DAYS
}

export function fromPostgresDay(days: number): Day {
  return (days + DAYS) as Day
}

/** Writes a moment as the eight bytes of a timestamptz; gives the place after them. */
export function writePostgresMoment(buffer: Buffer, at: number, moment: Moment): number {
  const high = Math.floor(moment / HIGH)
  if (Math.abs(high) > LARGEST_EXACT_HIGH) {
    return buffer.writeBigInt64BE(BigInt(moment) - BigInt(MICROSECONDS), at)
  }
  const value = moment - MICROSECONDS
  buffer.writeInt32BE(Math.floor(value / HIGH), at)
  return buffer.writeUInt32BE(value >>> 0, at + 4)
}

export function readPostgresMoment(buffer: Buffer, at: number): Moment {
  const high = buffer.readInt32BE(at)
  if (Math.abs(high) > LARGEST_EXACT_HIGH) {
    return Number(buffer.readBigInt64BE(at) + BigInt(MICROSECONDS)) as Moment
  }
  return (high * HIGH + buffer.readUInt32BE(at + 4) + MICROSECONDS) as Moment
}
