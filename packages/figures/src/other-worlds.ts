import type { Figure } from './figure.ts'

type Cell = Figure['by']

/** What differs from how it is: one more or one less in each of these cells of one table. */
export type World = readonly { readonly by: Cell; readonly change: 1 | -1 }[]

/**
 * Worlds in which one cell holds one more or one less, from the simplest on: alone, against one
 * other cell, and against three others so that all lines between them keep their totals.
 */
export function* otherWorlds(cell: Figure, cells: readonly Figure[]): Generator<World, undefined> {
  const others = cells.filter((other) => other !== cell)
  for (const change of [1, -1] as const) yield [{ by: cell.by, change }]
  for (const { by } of others) {
    for (const change of [1, -1] as const) {
      yield [
        { by: cell.by, change },
        { by, change: change === 1 ? -1 : 1 },
      ]
    }
  }
  for (const { by } of others) {
    for (const [crossed, back] of crossings(cell.by, by)) {
      for (const change of [1, -1] as const) {
        const against = change === 1 ? -1 : 1
        yield [
          { by: cell.by, change },
          { by, change },
          { by: crossed, change: against },
          { by: back, change: against },
        ]
      }
    }
  }
}

/** The two cells that take some codes of the one and the others of the other, in each way. */
function crossings(a: Cell, b: Cell): (readonly [Cell, Cell])[] {
  const differing = Object.keys(a).filter((dimension) => a[dimension] !== b[dimension])
  const ways: (readonly [Cell, Cell])[] = []
  for (let taken = 1; taken < 2 ** (differing.length - 1); taken++) {
    const chosen = differing.filter((_, index) => taken & (1 << index))
    const take = (from: Cell, to: Cell): Cell => ({
      ...from,
      ...Object.fromEntries(chosen.map((dimension) => [dimension, to[dimension] ?? ''])),
    })
    ways.push([take(a, b), take(b, a)])
  }
  return ways
}
