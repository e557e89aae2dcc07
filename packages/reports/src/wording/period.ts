import { addDays, addMonths, formatDay, getDay } from '@tijdig/core'
import { longDay, longMonth, longQuarter, monthName } from './dutch-day.ts'

/** How a report names the time that it is about; the last day of it is the cut-off day. */
export type Period = 'month' | 'two-months' | 'quarter' | 'half-year' | 'year' | 'until'

export const PERIODS = ['month', 'two-months', 'quarter', 'half-year', 'year', 'until'] as const

/** `two-months` on 2023-03-31 is `februari en maart 2023`. */
export function periodWords(period: Period, cutOff: string): string {
  const month = cutOff.slice(0, 7)
  const year = cutOff.slice(0, 4)
  switch (period) {
    case 'month':
      return untilWords(longMonth(month), cutOff, month)
    case 'two-months': {
      const previous = monthBefore(month)
      const first = previous.slice(0, 4) === year ? monthName(previous) : longMonth(previous)
      return untilWords(`${first} en ${longMonth(month)}`, cutOff, month)
    }
    case 'quarter': {
      const quarter = Math.ceil(Number(cutOff.slice(5, 7)) / 3)
      const lastMonth = `${year}-${String(quarter * 3).padStart(2, '0')}`
      return untilWords(longQuarter(`${year}-Q${quarter}`), cutOff, lastMonth)
    }
    case 'half-year': {
      const isFirst = Number(cutOff.slice(5, 7)) <= 6
      const words = `${isFirst ? 'eerste' : 'tweede'} halfjaar van ${year}`
      return untilWords(words, cutOff, `${year}-${isFirst ? '06' : '12'}`)
    }
    case 'year':
      return untilWords(year, cutOff, `${year}-12`)
    case 'until':
      return `tot en met ${longDay(cutOff)}`
  }
}

/** A period that is not over yet says until which day it was looked at. */
function untilWords(words: string, cutOff: string, lastMonth: string): string {
  return cutOff === lastDayOf(lastMonth) ? words : `${words}, tot en met ${longDay(cutOff)}`
}

function monthBefore(month: string): string {
  return formatDay(addMonths(getDay(`${month}-01`), -1)).slice(0, 7)
}

function lastDayOf(month: string): string {
  return formatDay(addDays(addMonths(getDay(`${month}-01`), 1), -1))
}
