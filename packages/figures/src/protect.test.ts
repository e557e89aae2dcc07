import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure, ProtectedFigure } from './figure.ts'
import { protect } from './protect.ts'

type Counts = readonly (readonly number[])[]

/** A table by two dimensions with its totals, as a report would have them together. */
function figuresOf(counts: Counts): Figure[] {
  const figure = (by: Record<string, string>, value: number): Figure => ({
    indicator: 'x.children',
    definition: 1,
    by,
    value,
  })
  const rows = counts.map(sum)
  const columns = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)))
  return [
    figure({}, sum(rows)),
    ...rows.map((value, row) => figure({ row: `${row}` }, value)),
    ...columns.map((value, column) => figure({ column: `${column}` }, value)),
    ...counts.flatMap((row, index) =>
      row.map((value, column) => figure({ row: `${index}`, column: `${column}` }, value)),
    ),
  ]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** How a table reads: `~` a number rounded, `<` hidden since small, `?` hidden for another. */
function read(counts: Counts): string[][] {
  const shown = protect(figuresOf(counts), 'rounded-5-hidden-10')
  return counts.map((row, index) =>
    row.map((_, column) => say(at(shown, { row: `${index}`, column: `${column}` }))),
  )
}

function at(figures: readonly ProtectedFigure[], by: Figure['by']): ProtectedFigure {
  const found = figures.find(
    (figure) =>
      Object.keys(figure.by).length === Object.keys(by).length &&
      Object.entries(by).every(([dimension, code]) => figure.by[dimension] === code),
  )
  if (!found) throw new Error(`no figure at ${JSON.stringify(by)}`)
  return found
}

function say({ shown }: ProtectedFigure): string {
  if (shown.kind === 'rounded') return `~${shown.value}`
  return shown.kind === 'suppressed' && shown.reason === 'below-threshold' ? '<' : '?'
}

describe('small counts', () => {
  it('are hidden in a table by two dimensions, and rounded where one divides', () => {
    expect(
      read([
        [40, 9],
        [10, 0],
      ]),
    ).toEqual([
      ['~40', '<'],
      ['~10', '<'],
    ])
    const shown = protect(
      figuresOf([
        [40, 9],
        [10, 0],
      ]),
      'rounded-5-hidden-10',
    )
    expect(say(at(shown, { column: '1' }))).toBe('~10')
  })

  it('are left to be seen under the older policies', () => {
    const shown = (protection: 'exact' | 'rounded-5') =>
      at(protect(figuresOf([[40, 9]]), protection), { row: '0', column: '1' }).shown
    expect(shown('exact')).toEqual({ kind: 'exact', value: 9 })
    expect(shown('rounded-5')).toEqual({ kind: 'rounded', value: 10, to: 5 })
  })

  it('are hidden too where nobody was counted, or a gap would tell that it is 0', () => {
    const figures = figuresOf([
      [40, 9],
      [10, 0],
    ]).filter(({ value }) => value !== 0)
    const shown = protect(figures, 'rounded-5-hidden-10')
    expect(at(shown, { row: '1', column: '1' })).toEqual({
      indicator: 'x.children',
      definition: 1,
      by: { row: '1', column: '1' },
      value: null,
      shown: { kind: 'suppressed', reason: 'below-threshold' },
    })
  })

  it('take another with them where all roundings together would give one away', () => {
    // 35 − 10 − 10 leaves at least 9, and less than 10 is known.
    expect(read([[12, 12, 9]]).flat()).toContain('?')
  })

  it('hide a share of a small whole', () => {
    const share = (numerator: number, denominator: number, code: string): Figure => ({
      indicator: 'x.share',
      definition: 1,
      by: { a: code, b: 'b' },
      value: numerator / denominator,
      numerator,
      denominator,
    })
    const [small, large] = protect([share(1, 9, '0'), share(6, 12, '1')], 'rounded-5-hidden-10')
    expect(small?.shown).toEqual({ kind: 'suppressed', reason: 'below-threshold' })
    expect(large?.shown).toEqual({ kind: 'rounded', value: 0.5, to: 5 })
  })

  it('leave nothing of a count behind', () => {
    const kept = JSON.stringify(
      protect(
        figuresOf([
          [7, 41],
          [43, 8],
        ]),
        'rounded-5-hidden-10',
      ),
    )
    expect(kept).not.toMatch(/"value":(7|8|41|43)\b/)
  })
})

describe('somebody who subtracts', () => {
  /**
   * The naive reading: try every table of whole numbers that would look the same, with all that is
   * known of rounding and of why a cell is hidden, and see which counts a cell can have.
   */
  function possible(counts: Counts): Set<number>[] {
    const shown = protect(figuresOf(counts), 'rounded-5-hidden-10')
    const width = counts[0]?.length ?? 0
    const cells = counts.flat().map((_, index) => {
      const by = { row: `${Math.floor(index / width)}`, column: `${index % width}` }
      return choices(at(shown, by), true)
    })
    const rows = counts.map((_, row) => choices(at(shown, { row: `${row}` }), false))
    const columns = (counts[0] ?? []).map((_, at_) =>
      choices(at(shown, { column: `${at_}` }), false),
    )
    const total = choices(at(shown, {}), false)
    const found = cells.map(() => new Set<number>())
    const fill = (table: readonly number[]): void => {
      const index = table.length
      if (index > 0 && index % width === 0) {
        const row = index / width - 1
        if (!rows[row]?.has(sum(table.slice(row * width, index)))) return
      }
      if (index < cells.length) {
        for (const value of cells[index] ?? []) fill([...table, value])
        return
      }
      const fits = columns.every((choice, column) =>
        choice.has(sum(table.filter((_, place) => place % width === column))),
      )
      if (fits && total.has(sum(table)))
        for (const [place, value] of table.entries()) found[place]?.add(value)
    }
    fill([])
    return found
  }

  /** Which counts look so. */
  function choices({ shown }: ProtectedFigure, divided: boolean): Set<number> {
    const least = divided ? 10 : 0
    const all = Array.from({ length: 100 }, (_, count) => count)
    return new Set(
      all.filter((count) => {
        if (shown.kind === 'rounded')
          return count >= least && 5 * Math.floor((count + 2) / 5) === shown.value
        if (shown.kind === 'suppressed' && shown.reason === 'below-threshold') return count < 10
        return count >= least && (!divided || count < 20)
      }),
    )
  }

  const count = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom(10, 12, 12, 13, 13, 15, 17, 18),
  )
  const sizes: readonly (readonly [number, number])[] = [
    [1, 2],
    [1, 3],
    [2, 2],
    [1, 5],
    [3, 1],
  ]

  it.each(sizes)('never finds a hidden count below 10 in a table of %d by %d', (rows, columns) => {
    const row = fc.array(count, { minLength: columns, maxLength: columns })
    fc.assert(
      fc.property(fc.array(row, { minLength: rows, maxLength: rows }), (counts) => {
        const found = possible(counts)
        counts.flat().forEach((value, place) => {
          expect(found[place], 'what is so must be possible').toContain(value)
          if (value < 10) expect(found[place]?.size).toBeGreaterThan(1)
        })
      }),
      { numRuns: 60, seed: 20230331 },
    )
  })
})
