import { compareText } from '@tijdig/core'
import type { Figure, IndicatorDefinition } from '@tijdig/figures'

/**
 * Figures in one fixed order, whatever the order in which they were counted: by indicator as the
 * catalogue has them, by version, by table, and in a table as its labels list the codes.
 */
export function orderFigures<F extends Figure>(
  indicators: readonly IndicatorDefinition[],
  figures: readonly F[],
): F[] {
  const places = new Map(indicators.map((indicator, place) => [indicator.code, place]))
  const placed = figures.map((figure) => {
    const place = places.get(figure.indicator) ?? indicators.length
    const indicator = indicators[place]
    const dimensions = Object.keys(figure.by).sort(compareText)
    const table = indicator ? tablePlace(indicator, figure, dimensions) : 0
    const codes = dimensions.map((dimension) => {
      const code = figure.by[dimension] ?? ''
      const listed = Object.keys(indicator?.dimensions[dimension]?.values ?? {}).indexOf(code)
      return { listed: listed < 0 ? Number.MAX_SAFE_INTEGER : listed, code }
    })
    return { figure, place, table, dimensions: dimensions.join(), codes }
  })
  placed.sort(
    (a, b) =>
      a.place - b.place ||
      a.figure.definition - b.figure.definition ||
      a.table - b.table ||
      compareText(a.dimensions, b.dimensions) ||
      compareCodes(a.codes, b.codes),
  )
  return placed.map(({ figure }) => figure)
}

interface Code {
  readonly listed: number
  readonly code: string
}

function compareCodes(a: readonly Code[], b: readonly Code[]): number {
  for (const [place, { listed, code }] of a.entries()) {
    const other = b[place] as Code
    const order = listed - other.listed || compareText(code, other.code)
    if (order !== 0) return order
  }
  return 0
}

/** Where a version prints the table with these dimensions; after all of them where it does not. */
function tablePlace(
  indicator: IndicatorDefinition,
  figure: Figure,
  dimensions: readonly string[],
): number {
  const version = indicator.versions.find(({ version }) => version === figure.definition)
  const tables = version?.measures.flatMap((measure) => measure.tables) ?? []
  const place = tables.findIndex(
    (table) => table.length === dimensions.length && dimensions.every((d) => table.includes(d)),
  )
  return place < 0 ? tables.length : place
}
