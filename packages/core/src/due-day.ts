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

function addWorkingDays(from: Day, length: number, calendar: Calendar): Day {
  let day = from
  for (let left = length; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.isWorkingDay(day)) left--
  }
  return day
}
