import { tableName } from './complete-tables.ts'
import { CountTable, type Threshold } from './count-table.ts'
import type { Figure, Shown } from './figure.ts'
import { otherWorlds, type World } from './other-worlds.ts'

type Hidden = Extract<Shown, { kind: 'suppressed' }>

/**
 * Which figures may not be seen: counts below the threshold in tables by more than one dimension,
 * and as many beside them as are needed so that no such count follows from what is shown.
 *
 * A hidden count is safe when there is another world: whole numbers, with one more or one less in
 * its cell, in which everything that is shown would be shown the same. Where there is none, the
 * smallest count in line with it is hidden too, and after those its totals. Hiding more only makes
 * more worlds possible, so a cell that was safe stays so.
 */
export function hideSmallCounts(
  figures: readonly Figure[],
  threshold: Threshold,
): ReadonlyMap<Figure, Hidden> {
  const hidden = new Map<Figure, Hidden>()
  const hide = (figure: Figure, reason: Hidden['reason']) =>
    hidden.set(figure, { kind: 'suppressed', reason })
  const tables = groupBy(figures, tableName)
  const divided = [...tables.values()].filter(
    ([first]) => first && Object.keys(first.by).length > 1,
  )
  for (const figure of divided.flat()) {
    if ((figure.denominator ?? figure.value ?? 0) < threshold.hideBelow)
      hide(figure, 'below-threshold')
  }
  for (const cells of divided) {
    // A share is shown without its counts, so nothing can be subtracted.
    if (cells.some(({ denominator }) => denominator !== undefined)) continue
    const table = new CountTable(cells, [...tables.values()], threshold)
    const small = cells.filter((cell) => hidden.get(cell)?.reason === 'below-threshold')
    for (const cell of small) {
      while (!isSafe(cell, cells, (world) => table.looksTheSame(world, hidden))) {
        const next = table.nextToHide(cell, hidden)
        if (!next) break
        hide(next, 'would-reveal')
      }
    }
  }
  return hidden
}

function isSafe(
  cell: Figure,
  cells: readonly Figure[],
  looksTheSame: (world: World) => boolean,
): boolean {
  for (const world of otherWorlds(cell, cells)) if (looksTheSame(world)) return true
  return false
}

function groupBy<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(nameOf(one))
    if (group) group.push(one)
    else groups.set(nameOf(one), [one])
  }
  return groups
}
