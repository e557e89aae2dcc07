import { monthInBrief, monthInWords } from '@tijdig/charts'

/** `2023-03-31` as "31 maart 2023". */
export function dayInWords(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthInWords(day)}`
}

/** `2023-03-31` as "31 mrt 2023", where there is little room. */
export function dayInBrief(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthInBrief(day)} ${day.slice(0, 4)}`
}
