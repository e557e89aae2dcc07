import type { Calendar } from './calendar.ts'
import { addDays, addMonths, type Day } from './day.ts'
import type { Term } from './route.ts'

/** The last day on which a term that began on `from` is still met. The first day counts as none. */
export function dueDay(from: Day, term: Term, calendar: Calendar): Day {
  switch (term.unit) {
    case 'days':
      return addDays(from, term.length)
    case 'weeks':
      return addDays(from, term.length * 7)
    case 'months':
      return addMonths(from, term.length)
    case 'working-days':
      return addWorkingDays(from, term.length, calendar)
    default:
      return term.unit satisfies never
  }
}

/** The working day that is so many working days later. */
export function addWorkingDays(from: Day, length: number, calendar: Calendar): Day {
  let day = from
  for (let left = length; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.isWorkingDay(day)) left--
  }
  return day
}

/** The day on which people are warned: so long before the due day. */
export function warningDay(due: Day, before: Term, calendar: Calendar): Day {
  switch (before.unit) {
    case 'days':
      return addDays(due, -before.length)
    case 'weeks':
      return addDays(due, -before.length * 7)
    case 'months':
      return addMonths(due, -before.length)
    case 'working-days':
      return subtractWorkingDays(due, before.length, calendar)
    default:
      return before.unit satisfies never
  }
}

function subtractWorkingDays(from: Day, length: number, calendar: Calendar): Day {
  let day = from
  for (let left = length; left > 0; ) {
    day = addDays(day, -1)
    if (calendar.isWorkingDay(day)) left--
  }
  return day
}
