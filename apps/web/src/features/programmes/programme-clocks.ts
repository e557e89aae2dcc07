import { addDays, addMonths, formatDay, getDay } from '@tijdig/core'
import type { Route } from '@tijdig/server/contract'
import { type Asked, dayOf } from '../../clocks/asked.ts'

/** Whether a route is one of the parts of programmes. */
function isPartRoute(route: string): boolean {
  return route === 'programme' || route.startsWith('programme-')
}

/**
 * Where the clocks of a programme start: on the last day of which something is known. A programme is
 * kept from day to day, so what was recorded this morning shows, and not only the month before.
 */
export function newestOfProgrammes(routes: readonly Route[], today: string): Asked {
  const days = routes.flatMap(({ code, defaultQuestion }) =>
    isPartRoute(code) && defaultQuestion ? [dayOf(defaultQuestion.knownAt)] : [],
  )
  const last = days.sort().at(-1) ?? today
  return { cutOff: last, knownAt: last }
}

/** The last day of a quarter, so many quarters before that of a day; 1: of the one before. */
export function quarterEndBefore(day: string, quarters = 1): string {
  const month = Number(day.slice(5, 7))
  const first = getDay(
    `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`,
  )
  return formatDay(addDays(addMonths(first, -3 * (quarters - 1)), -1))
}

/** The same day of the month three months before. */
export function quarterBefore(day: string): string {
  return formatDay(addMonths(getDay(day), -3))
}

/** A day as it was known by its own end: what a report of that day could tell. */
export function asKnownThen(day: string): Asked {
  return { cutOff: day, knownAt: day }
}
