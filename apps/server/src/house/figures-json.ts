import type { IndicatorDefinition, ProtectedFigure } from '@tijdig/figures'

/**
 * Figures as people exchange them: an array with a row a line. A row names its definition only where
 * the indicator has more than one, and how it is protected only where it is; a share has six decimals.
 */
export function figuresAsJson(
  indicators: readonly IndicatorDefinition[],
  figures: readonly ProtectedFigure[],
): string {
  const versions = new Map(indicators.map(({ code, versions }) => [code, versions.length]))
  const rows = figures.map(({ indicator, definition, by, value, numerator, denominator, shown }) =>
    JSON.stringify({
      indicator,
      ...((versions.get(indicator) ?? 1) > 1 && { definition }),
      by,
      ...(denominator !== undefined && { numerator, denominator }),
      value: value === null ? null : roundShare(value),
      ...((shown.kind === 'rounded' || shown.kind === 'suppressed') && { shown }),
    }),
  )
  return asLines(rows)
}

/** A JSON array of which each row stands on a line of its own. */
export function asLines(rows: readonly string[]): string {
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`
}

/** To six decimals; whole numbers stay as they are. */
export function roundShare(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000
}
