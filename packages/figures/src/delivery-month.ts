import { addDays, addMonths, type Day, getDay, monthOf } from '@tijdig/core'

/** Months as `YYYY-MM`. */

export function lastDayOfMonth(month: string): Day {
  return addDays(addMonths(firstDayOfMonth(month), 1), -1)
}

export function nextMonth(month: string): string {
  return monthOf(addMonths(firstDayOfMonth(month), 1))
}

export function monthBefore(month: string): string {
  return monthOf(addDays(firstDayOfMonth(month), -1))
}

function firstDayOfMonth(month: string): Day {
  return getDay(`${month}-01`)
}
