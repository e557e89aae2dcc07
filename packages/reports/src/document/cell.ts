import { compareText } from '@tijdig/core'

/** A place in a table of figures: dimension to code, empty for the total. */
export type Cell = Readonly<Record<string, string>>

/** One text for each cell, whatever the order in which its dimensions are written. */
export function cellKey(cell: Cell): string {
  const entries = Object.entries(cell).sort(([a], [b]) => compareText(a, b))
  return JSON.stringify(entries)
}

/** One text for each set of dimensions. */
export function dimensionsKey(dimensions: Iterable<string>): string {
  return JSON.stringify([...dimensions].sort(compareText))
}
