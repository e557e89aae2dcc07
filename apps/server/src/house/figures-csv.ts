import { compareText } from '@tijdig/core'
import type { IndicatorDefinition, ProtectedFigure } from '@tijdig/figures'
import { csvOf, csvText } from './csv.ts'
import { roundShare } from './figures-json.ts'

const OUTCOMES = {
  'below-threshold': 'te weinig om te tonen',
  'would-reveal': 'niet getoond, omdat anders een klein getal is uit te rekenen',
  'nothing-to-divide-by': 'niet te berekenen',
} as const

/**
 * Figures as CSV (RFC 4180): a row a figure, with a column for each dimension that occurs, empty
 * where a figure is not divided by it. What may not be shown says so in `note`.
 */
export function figuresAsCsv(
  indicators: readonly IndicatorDefinition[],
  figures: readonly ProtectedFigure[],
): string {
  const labels = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const dimensions = [...new Set(figures.flatMap(({ by }) => Object.keys(by)))].sort(compareText)
  const head = [
    'indicator',
    'label',
    'definition',
    ...dimensions,
    'value',
    'numerator',
    'denominator',
    'note',
  ]
  const rows = figures.map((figure) => [
    csvText(figure.indicator),
    csvText(labels.get(figure.indicator)?.label ?? ''),
    figure.definition,
    ...dimensions.map((dimension) => csvText(figure.by[dimension] ?? '')),
    figure.value === null ? '' : roundShare(figure.value),
    figure.numerator ?? '',
    figure.denominator ?? '',
    noteOf(figure),
  ])
  return csvOf([head, ...rows])
}

function noteOf({ shown }: ProtectedFigure): string {
  switch (shown.kind) {
    case 'exact':
      return ''
    case 'rounded':
      return `afgerond op ${shown.to}`
    case 'suppressed':
    case 'undefined':
      return OUTCOMES[shown.reason]
    default:
      return shown satisfies never
  }
}
