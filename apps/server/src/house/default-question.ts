import { addDays, type Day, dayOfMoment, formatDay, getDay, type Moment } from '@tijdig/core'
import type { Premises } from './house.ts'

export interface DefaultQuestion {
  readonly cutOff: string
  readonly knownAt: string
}

/**
 * Where the two clocks stand when nobody has set them: on the last month that was over when the
 * last event was recorded, with all that is known. Null while the route has no events.
 */
export function defaultQuestion(
  house: Pick<Premises, 'now'>,
  lastRecordedAt: Moment | null | undefined,
): DefaultQuestion | null {
  if (lastRecordedAt === null || lastRecordedAt === undefined) return null
  const last = dayOfMoment(lastRecordedAt)
  const today = dayOfMoment(house.now())
  return {
    cutOff: formatDay(lastMonthEnd(last)),
    knownAt: formatDay(Math.min(today, addDays(last, 1)) as Day),
  }
}

/** The last day of a month, on or before a day. */
function lastMonthEnd(day: Day): Day {
  const next = addDays(day, 1)
  return addDays(getDay(`${formatDay(next).slice(0, 7)}-01`), -1)
}
