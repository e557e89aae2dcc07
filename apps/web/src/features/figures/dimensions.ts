import type { Indicator } from '@tijdig/server/contract'
import { TOTAL } from './search.ts'

/** The dimensions asked for; else those of the first table that the definition prints. */
export function dimensionsOf(indicator: Indicator, per: string | undefined): readonly string[] {
  if (per === TOTAL) return []
  const asked = (per ?? '').split(',').filter((code) => indicator.dimensions[code] !== undefined)
  if (asked.length > 0) return asked
  return indicator.tables.find((table) => table.length === 0) ?? indicator.tables[0] ?? []
}
