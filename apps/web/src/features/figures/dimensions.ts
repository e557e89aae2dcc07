import type { Indicator } from '@tijdig/server/contract'
import { TOTAL } from './search.ts'

/** More at once are no chart, and hard to read as a table. */
const MOST = 2

/**
 * The dimensions asked for; else those of the first table that the definition prints, of a larger
 * one the first and the last.
 */
export function dimensionsOf(indicator: Indicator, per: string | undefined): readonly string[] {
  if (per === TOTAL) return []
  const asked = (per ?? '').split(',').filter((code) => indicator.dimensions[code] !== undefined)
  if (asked.length > 0) return asked.slice(0, MOST)
  const table = indicator.tables.find((one) => one.length === 0) ?? indicator.tables[0] ?? []
  return table.length <= MOST ? table : [...table.slice(0, 1), ...table.slice(-1)]
}
