import type { Calendar } from './calendar.ts'
import { addDays, type Day, FOREVER } from './day.ts'
import { addWorkingDays, dueDay } from './due-day.ts'
import type { ClockDefinition, PauseDefinition } from './route.ts'

/** How a clock's due day is worked out, by the calendar as it was known at some moment. */
export interface ClockTerm {
  /** The due day of a term that began on a day and never stood still. */
  due(from: Day): Day
  /** The due day after it stood still from one day to another; FOREVER while it still does. */
  moved(due: Day, pausedOn: Day, resumedOn: Day | null): Day
}

export function createClockTerm(
  { term, pause }: Pick<ClockDefinition, 'term' | 'pause'>,
  calendar: Calendar,
): ClockTerm {
  // An event names its due day, and it never stands still: `defineRoute` refuses that.
  if ('dueField' in term) return { due: () => FOREVER, moved: (due) => due }
  return {
    due: remember((from) => dueDay(from, term, calendar)),
    moved(due, pausedOn, resumedOn) {
      if (resumedOn === null) return FOREVER
      const moves = (pause as PauseDefinition).moves
      if (moves !== 'as-long') return dueDay(due, moves, calendar)
      if (term.unit !== 'working-days') return addDays(due, resumedOn - pausedOn)
      return addWorkingDays(resumedOn, workingDaysAfter(pausedOn, due, calendar), calendar)
    },
  }
}

/** How many working days there are after a day, up to and with another. */
function workingDaysAfter(from: Day, to: Day, calendar: Calendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count++
  }
  return count
}

// A log has a few thousand days and millions of events: what a day leads to is worked out once.
function remember(compute: (day: Day) => Day): (day: Day) => Day {
  const known = new Map<Day, Day>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const value = compute(day)
    known.set(day, value)
    return value
  }
}
