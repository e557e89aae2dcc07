import { compareText } from '@tijdig/core'
import type { IndicatorLabels } from '@tijdig/figures'
import { isMonth, isQuarter, periodsBetween } from '../wording/dutch-day.ts'
import { sumShown } from '../wording/shown-words.ts'
import type { Cell } from './cell.ts'
import type { Writer } from './writer.ts'

/** Which rows of a table, or bars of a chart, are shown and in which order. */
export interface RowChoice {
  readonly where: Cell
  readonly only?: readonly string[]
  readonly sort?: 'value' | 'code' | 'order'
  readonly limit?: number
  readonly rest?: boolean
  readonly zeros?: boolean
}

export interface ChosenCodes {
  readonly shown: readonly string[]
  /** What the limit left out. */
  readonly left: readonly string[]
}

/** Codes that say that nothing better is known: they come last, however many there are. */
export const LAST_CODES: ReadonlySet<string> = new Set(['unknown', 'other'])

/**
 * The codes of one dimension: months and quarters without gaps and in their order, else from many
 * to few, or as the labels list them. `across` are the dimensions of the columns.
 */
export function chooseCodes(
  writer: Writer,
  indicators: readonly IndicatorLabels[],
  dimension: string,
  across: readonly string[],
  choice: RowChoice,
): ChosenCodes {
  if (choice.only) return { shown: choice.only, left: [] }
  const [first] = indicators
  const values = Object.keys(first?.dimensions[dimension]?.values ?? {})
  const cells = indicators.flatMap(({ code }) =>
    writer.shelf
      .cellsOf(code, [dimension, ...across], choice.where)
      .map((cell) => ({ code, cell })),
  )
  const found = new Set(cells.map(({ cell }) => cell[dimension] ?? ''))
  if (choice.zeros) for (const value of values) found.add(value)
  const codes = withoutGaps([...found].sort(compareText), writer.input.question.cutOff)
  const periods = codes.every((code) => isMonth(code) || isQuarter(code))
  const sort = choice.sort ?? (periods ? 'code' : across.length > 0 ? 'order' : 'value')
  const sorted =
    sort === 'code'
      ? codes
      : sort === 'order'
        ? byOrder(codes, values)
        : byValue(codes, (code) =>
            shownTotal(
              writer,
              cells.filter(({ cell }) => cell[dimension] === code),
            ),
          )
  const limit = choice.limit ?? sorted.length
  // A rest of one row would only hide its name.
  if (sorted.length <= limit + (choice.rest ? 1 : 0)) return { shown: sorted, left: [] }
  return { shown: sorted.slice(0, limit), left: sorted.slice(limit) }
}

/** A month in which nothing happened is a fact too, up to that of the cut-off day. */
function withoutGaps(codes: readonly string[], cutOff: string): readonly string[] {
  const first = codes[0]
  const last = codes.at(-1)
  if (first === undefined || last === undefined) return codes
  const month = cutOff.slice(0, 7)
  if (codes.every(isMonth)) return periodsBetween(first, later(last, month))
  const quarter = `${cutOff.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
  if (codes.every(isQuarter)) return periodsBetween(first, later(last, quarter))
  return codes
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function byOrder(codes: readonly string[], values: readonly string[]): readonly string[] {
  const place = (code: string) => {
    const index = values.indexOf(code)
    return index < 0 ? values.length : index
  }
  return [...codes].sort((a, b) => place(a) - place(b) || compareText(a, b))
}

/** Sorted by what is shown, never by what is hidden. */
function byValue(codes: readonly string[], weightOf: (code: string) => number): readonly string[] {
  const values = new Map(codes.map((code) => [code, weightOf(code)]))
  return [...codes].sort(
    (a, b) =>
      Number(LAST_CODES.has(a)) - Number(LAST_CODES.has(b)) ||
      (values.get(b) ?? 0) - (values.get(a) ?? 0) ||
      compareText(a, b),
  )
}

function shownTotal(
  writer: Writer,
  cells: readonly { readonly code: string; readonly cell: Cell }[],
): number {
  const sum = sumShown(cells.map(({ code, cell }) => writer.shelf.figureAt(code, cell).shown))
  return sum.kind === 'exact' || sum.kind === 'rounded' ? sum.value : -1
}
