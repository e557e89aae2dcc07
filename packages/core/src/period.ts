import { addDays, addMonths, type Day, daysFromCivil } from './day.ts'

/** The first and the last day of a month, a quarter or a year. */
export interface Period {
  readonly first: Day
  readonly last: Day
}

const PERIOD_FORM = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/

/** Reads `2023-03`, `2023-Q1` or `2023`; undefined for anything else. */
export function findPeriod(text: unknown): Period | undefined {
  const parts = typeof text === 'string' ? PERIOD_FORM.exec(text) : null
  const [, year = '0000', quarter, month] = parts ?? []
  if (year === '0000') return undefined
  const start = quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1)
  const first = daysFromCivil(Number(year), start, 1)
  return { first, last: addDays(addMonths(first, quarter ? 3 : month ? 1 : 12), -1) }
}
