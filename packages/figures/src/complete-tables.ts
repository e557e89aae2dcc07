import { compareText } from '@tijdig/core'
import type { Figure } from './figure.ts'

/** All figures of one indicator in one version by the same dimensions. */
export function tableName({ indicator, definition, by }: Figure): string {
  return JSON.stringify([indicator, definition, ...Object.keys(by).sort(compareText)])
}

/**
 * The figures with, behind each table by more than one dimension, a 0 for each combination of its
 * codes that nobody was counted in.
 */
export function completeTables(figures: readonly Figure[]): readonly Figure[] {
  const tables = new Map<string, Figure[]>()
  for (const figure of figures) {
    const name = tableName(figure)
    const table = tables.get(name)
    if (table) table.push(figure)
    else tables.set(name, [figure])
  }
  return [...tables.values()].flatMap((table) => [...table, ...emptyCells(table)])
}

function emptyCells(table: readonly Figure[]): Figure[] {
  const [first] = table
  const dimensions = Object.keys(first?.by ?? {}).sort(compareText)
  if (!first || dimensions.length < 2) return []
  const name = (by: Figure['by']) => JSON.stringify(dimensions.map((dimension) => by[dimension]))
  const counted = new Set(table.map(({ by }) => name(by)))
  const { indicator, definition } = first
  const isShare = table.some(({ denominator }) => denominator !== undefined)
  return combinations(dimensions, table)
    .filter((by) => !counted.has(name(by)))
    .map((by) =>
      isShare
        ? { indicator, definition, by, value: null, numerator: 0, denominator: 0 }
        : { indicator, definition, by, value: 0 },
    )
}

function combinations(dimensions: readonly string[], table: readonly Figure[]): Figure['by'][] {
  return dimensions.reduce<Figure['by'][]>(
    (cells, dimension) => {
      const codes = [...new Set(table.map(({ by }) => by[dimension] ?? ''))].sort(compareText)
      return cells.flatMap((cell) => codes.map((code) => ({ ...cell, [dimension]: code })))
    },
    [{}],
  )
}
