import type { Figure, Indicator } from '@tijdig/server/contract'
import { type ChartSpec, capital, isPeriod } from '@tijdig/ui'
import { cellKey, chartValue, isBy, shownValue } from './figure-text.ts'
import { cellLabel, codeLabel, dimensionLabel, tableTitle } from './labels.ts'

/** Past this many bars an order by size reads better than that of the definition. */
const ORDERED = 6

interface Asked {
  readonly indicator: Indicator
  readonly dimensions: readonly string[]
  readonly figures: readonly Figure[]
  /** The same figures in the question that is compared with. */
  readonly previous?: readonly Figure[] | undefined
}

/**
 * The chart that suits a table of one indicator: a line where one dimension is time, stacked
 * bars of two dimensions of counts, else bars. Undefined where there is nothing to draw, or more
 * than two dimensions.
 */
export function chartOf({
  indicator,
  dimensions,
  figures,
  previous,
}: Asked): ChartSpec | undefined {
  const cells = figures.filter(
    (figure) => figure.indicator === indicator.code && isBy(figure.by, dimensions),
  )
  if (cells.length === 0 || dimensions.length > 2) return undefined
  const before = new Map(
    (previous ?? [])
      .filter((figure) => figure.indicator === indicator.code)
      .map((figure) => [cellKey(figure.by), shownValue(figure)]),
  )
  const words = {
    title: tableTitle(indicator, dimensions),
    unit: indicator.unit,
    format: indicator.kind,
  } as const
  const drawn = (figure: Figure) => ({
    ...chartValue(figure),
    ...(previous === undefined ? {} : { previous: before.get(cellKey(figure.by)) ?? null }),
  })
  const time = timeOf(dimensions, cells)
  const rest = dimensions.filter((dimension) => dimension !== time)
  const [first, second] = rest
  if (time !== undefined && rest.length <= 1) {
    const groups = first === undefined ? [undefined] : codesOf(indicator, first, cells)
    return {
      ...words,
      kind: 'line',
      dimension: dimensionLabel(indicator, time),
      series: groups.map((code) => ({
        label:
          code === undefined || first === undefined
            ? 'alle'
            : capital(codeLabel(indicator, first, code)),
        points: cells
          .filter((figure) => first === undefined || figure.by[first] === code)
          .map((figure) => ({ period: figure.by[time] ?? '', ...drawn(figure) }))
          .sort((a, b) => a.period.localeCompare(b.period)),
      })),
    }
  }
  if (
    first !== undefined &&
    second !== undefined &&
    rest.length === 2 &&
    indicator.kind === 'count'
  ) {
    const parts = codesOf(indicator, second, cells)
    return {
      ...words,
      kind: 'stacked',
      dimension: dimensionLabel(indicator, first),
      parts: parts.map((code) => capital(codeLabel(indicator, second, code))),
      rows: codesOf(indicator, first, cells).map((row) => ({
        label: capital(codeLabel(indicator, first, row)),
        values: parts.map((part) => {
          const cell = cells.find(
            (figure) => figure.by[first] === row && figure.by[second] === part,
          )
          return cell ? chartValue(cell) : { value: 0 }
        }),
      })),
    }
  }
  if (first !== undefined && second !== undefined) {
    const groups = codesOf(indicator, first, cells)
    return {
      ...words,
      kind: 'bars',
      dimension: rest.map((dimension) => dimensionLabel(indicator, dimension)).join(', '),
      rows: groups.flatMap((group) =>
        codesOf(indicator, second, cells).flatMap((code) =>
          cells
            .filter((figure) => figure.by[first] === group && figure.by[second] === code)
            .map((figure) => ({
              group: capital(codeLabel(indicator, first, group)),
              label: capital(codeLabel(indicator, second, code)),
              ...drawn(figure),
            })),
        ),
      ),
    }
  }
  return {
    ...words,
    kind: 'bars',
    dimension: dimensions.map((dimension) => dimensionLabel(indicator, dimension)).join(', '),
    rows: orderCells(indicator, dimensions, cells).map((figure) => ({
      label: capital(cellLabel(indicator, inOrderOf(dimensions, figure))),
      ...drawn(figure),
    })),
  }
}

/** The dimension that is time, if there is one. */
function timeOf(dimensions: readonly string[], cells: readonly Figure[]): string | undefined {
  return dimensions.find((dimension) =>
    cells.every((figure) => isPeriod(figure.by[dimension] ?? '')),
  )
}

/** The cell with its dimensions in the order asked for. */
function inOrderOf(dimensions: readonly string[], figure: Figure): Record<string, string> {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, figure.by[dimension] ?? '']))
}

/** The codes that occur, those of the definition first and in its order. */
function codesOf(indicator: Indicator, dimension: string, cells: readonly Figure[]): string[] {
  const codes = [...new Set(cells.map((figure) => figure.by[dimension] ?? ''))]
  const defined = Object.keys(indicator.dimensions[dimension]?.values ?? {})
  const place = (code: string) => (defined.includes(code) ? defined.indexOf(code) : defined.length)
  return codes.sort((a, b) => place(a) - place(b) || a.localeCompare(b, 'nl'))
}

/**
 * The cells of a table in the order in which they are shown: periods by time, two dimensions one
 * within the other, a few defined codes as defined, more of them by size with what is not known
 * last.
 */
export function orderCells(
  indicator: Indicator,
  dimensions: readonly string[],
  cells: readonly Figure[],
): readonly Figure[] {
  const time = timeOf(dimensions, cells)
  if (time !== undefined) {
    const at = (figure: Figure) => figure.by[time] ?? ''
    return [...cells].sort(
      (a, b) => at(a).localeCompare(at(b)) || cellKey(a.by).localeCompare(cellKey(b.by)),
    )
  }
  const [only, second] = dimensions
  if (only !== undefined && second !== undefined) {
    const [rows, parts] = [codesOf(indicator, only, cells), codesOf(indicator, second, cells)]
    return [...cells].sort(
      (a, b) =>
        rows.indexOf(a.by[only] ?? '') - rows.indexOf(b.by[only] ?? '') ||
        parts.indexOf(a.by[second] ?? '') - parts.indexOf(b.by[second] ?? ''),
    )
  }
  if (only !== undefined && dimensions.length === 1) {
    const defined = Object.keys(indicator.dimensions[only]?.values ?? {})
    const known = cells.every((figure) => defined.includes(figure.by[only] ?? ''))
    if (known && cells.length <= ORDERED) {
      const codes = codesOf(indicator, only, cells)
      return [...cells].sort(
        (a, b) => codes.indexOf(a.by[only] ?? '') - codes.indexOf(b.by[only] ?? ''),
      )
    }
  }
  const unknown = (figure: Figure) => Number(Object.values(figure.by).includes('unknown'))
  return [...cells].sort(
    (a, b) => unknown(a) - unknown(b) || (shownValue(b) ?? -1) - (shownValue(a) ?? -1),
  )
}
