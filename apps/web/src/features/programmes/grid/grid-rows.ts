import type { Light, Part, Programme } from '@tijdig/server/contract'
import { LIGHT_WORDS } from '../lights.ts'
import { byCode, lineTitle } from '../parts.ts'

type Cell = Programme['grid']['rows'][number]['cells'][number]

/** An action with its months. */
export interface GridRow {
  readonly part: Part
  readonly cells: readonly Cell[]
}

/** The rows of one line. */
export interface GridGroup {
  readonly key: string
  readonly title: string
  /** How many actions stand above it. */
  readonly above: number
  readonly rows: readonly GridRow[]
}

/** The rows of the month grid by line, in the order of the tree. */
export function gridGroups({ parts, grid }: Pick<Programme, 'parts' | 'grid'>): GridGroup[] {
  const codes = byCode(parts)
  const groups = new Map<string | null, GridRow[]>()
  for (const { code, cells } of grid.rows) {
    const part = codes.get(code)
    if (!part) continue
    const row = { part, cells }
    const known = groups.get(part.line)
    if (known) known.push(row)
    else groups.set(part.line, [row])
  }
  let above = 0
  return [...groups].map(([line, rows]) => {
    const group = { key: line ?? '', title: lineTitle(codes, line), above, rows }
    above += rows.length
    return group
  })
}

/** The years above the months, each with how many months it has. */
export function yearsOf(months: readonly string[]): { year: string; months: number }[] {
  const years: { year: string; months: number }[] = []
  for (const month of months) {
    const year = month.slice(0, 4)
    const last = years.at(-1)
    if (last?.year === year) last.months++
    else years.push({ year, months: 1 })
  }
  return years
}

/** Which sign stands in a cell: white only where something was planned, so that the eye finds it. */
export function signOf({ light, isPlanned }: Cell): Light | undefined {
  if (light === null || (light === 'no-action' && !isPlanned)) return undefined
  return light
}

/** A cell as it is read aloud. */
export function cellInWords({ light, isPlanned }: Cell): string {
  const plan = isPlanned ? 'gepland' : undefined
  if (light === null) return plan ?? 'niets gepland'
  return [LIGHT_WORDS[light], plan].filter((each) => each !== undefined).join(', ')
}
