import type { Figure, Indicator } from '@tijdig/server/contract'
import { type ChartValue, formatCount, formatFigure, type NumberKind } from '@tijdig/ui'

/** A figure as it may be shown: a number, or in words why there is none. */
export function figureText(figure: Figure, kind: NumberKind, decimals = 0): string {
  const { shown } = figure
  switch (shown.kind) {
    case 'exact':
      return formatFigure(shown.value, kind, decimals)
    case 'rounded':
      return `ongeveer ${formatFigure(shown.value, kind, decimals)}`
    case 'suppressed':
      return 'afgeschermd'
    case 'undefined':
      return 'niet te berekenen'
  }
}

/** What a chart draws of a figure. */
export function chartValue(figure: Figure): ChartValue {
  const value = shownValue(figure)
  if (value !== null) return { value }
  return {
    value,
    text: figure.shown.kind === 'suppressed' ? 'afgeschermd' : 'niet te berekenen',
  }
}

/** The number that may be shown; null where none may, or there is none. */
export function shownValue(figure: Figure): number | null {
  return figure.shown.kind === 'exact' || figure.shown.kind === 'rounded'
    ? figure.shown.value
    : null
}

/** A cell as one text, whatever the order of its dimensions. */
export function cellKey(by: Readonly<Record<string, string>>): string {
  return Object.keys(by)
    .sort()
    .map((dimension) => `${dimension}=${by[dimension]}`)
    .join('&')
}

/** Whether a figure stands in the table of exactly these dimensions. */
export function isBy(by: Readonly<Record<string, string>>, dimensions: readonly string[]): boolean {
  return (
    Object.keys(by).length === dimensions.length &&
    dimensions.every((dimension) => by[dimension] !== undefined)
  )
}

/** What a share is a share of: "308 van de 376 aanmeldingen". */
export function partsInWords(figure: Figure, indicator: Indicator): string {
  if (figure.numerator === undefined || figure.denominator === undefined) return indicator.unit
  const whole = formatCount(figure.denominator)
  const unit = indicator.unit.startsWith('van de ')
    ? indicator.unit.replace('van de ', `van de ${whole} `)
    : `van ${whole} ${indicator.unit}`
  return `${formatCount(figure.numerator)} ${unit}`
}
