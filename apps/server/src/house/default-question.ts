import { addDays, type Day, dayOfMoment, formatDay, getDay } from '@tijdig/core'
import type { RouteCount } from '@tijdig/store'
import type { House } from './house.ts'

export interface DefaultQuestion {
  readonly cutOff: string
  readonly knownAt: string
}

/**
 * Where the two clocks stand when nobody has set them: on the last month that was over when the
 * last event was recorded, with all that is known. Null while the route has no events.
 */
export function defaultQuestion(
  house: House,
  count: RouteCount | undefined,
): DefaultQuestion | null {
  if (!count || count.lastRecordedAt === null) return null
  const last = dayOfMoment(count.lastRecordedAt)
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
