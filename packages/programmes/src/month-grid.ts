import { addDays, findPeriod, formatDay, monthOf } from '@tijdig/core'
import type { Light, PartReading } from './part-reading.ts'
import type { ProgrammeReading } from './programme-reading.ts'

/** A month of a part: whether it was planned then, and its light at the end of it; null: not yet. */
export interface GridCell {
  readonly month: string
  readonly isPlanned: boolean
  readonly light: Light | null
}

export interface GridRow {
  readonly part: PartReading
  readonly cells: readonly GridCell[]
}

/** Actions down, months across. */
export interface MonthGrid {
  readonly months: readonly string[]
  readonly rows: readonly GridRow[]
}

/**
 * The grid of parts that are planned or were begun, with the months that they span.
 * @param routes Whose parts are rows; actions unless others are named.
 * @param span The first and last month; left out: from the first that anything was planned or done.
 */
export function monthGrid(
  { parts, asOf }: ProgrammeReading,
  routes: readonly string[] = ['programme-action'],
  span?: { readonly from: string; readonly until: string },
): MonthGrid {
  const shown = parts.filter(({ route }) => routes.includes(route))
  const months = span ? monthsBetween(span.from, span.until) : monthsOf(shown)
  return {
    months,
    rows: shown.map((part) => {
      const planned = plannedMonths(part)
      return {
        part,
        cells: months.map((month) => ({
          month,
          isPlanned: planned.has(month),
          light: lightIn(part, month, asOf),
        })),
      }
    }),
  }
}

function monthsOf(parts: readonly PartReading[]): string[] {
  const all = parts.flatMap((part) => [
    ...plannedMonths(part),
    ...part.lights.filter(({ light }) => light !== 'no-action').map(({ from }) => from.slice(0, 7)),
  ])
  if (all.length === 0) return []
  all.sort()
  return monthsBetween(all[0] as string, all.at(-1) as string)
}

function plannedMonths({ planned }: PartReading): ReadonlySet<string> {
  const first = findPeriod(planned?.from)
  const last = findPeriod(planned?.until)
  if (!planned || !first || !last) return new Set()
  const all = monthsBetween(monthOf(first.first), monthOf(last.last))
  return new Set(planned.months ? all.filter((month) => planned.months?.includes(month)) : all)
}

/** The light on the last day of a month, or on the cut-off day where that comes before it. */
function lightIn({ lights }: PartReading, month: string, asOf: string): Light | null {
  const period = findPeriod(month)
  if (!period || formatDay(period.first) > asOf) return null
  const on = formatDay(period.last) < asOf ? formatDay(period.last) : asOf
  const span = lights.findLast(({ from, until }) => from <= on && (until === null || on < until))
  return span?.light ?? null
}

function monthsBetween(from: string, until: string): string[] {
  const months: string[] = []
  for (let month = from; month <= until; ) {
    months.push(month)
    const period = findPeriod(month)
    if (!period) break
    month = monthOf(addDays(period.last, 1))
  }
  return months
}
