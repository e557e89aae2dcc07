import { completeTables } from './complete-tables.ts'
import type { Figure, ProtectedFigure, Shown } from './figure.ts'
import { hideSmallCounts } from './hide-small-counts.ts'
import { type Protection, policyOf, toNearest } from './protection-policy.ts'

/**
 * The step between calculating and rendering, which each figure goes through before it comes into a
 * document, a file or an answer. All figures of one report belong in one call: whether one may be
 * shown depends on what stands beside it. Where counts are hidden, the empty cells of a table are
 * given too, hidden: else a cell that is left out would be known to be 0.
 */
export function protect(figures: readonly Figure[], protection: Protection): ProtectedFigure[] {
  const { hideBelow, roundTo } = policyOf(protection)
  if (hideBelow === undefined || roundTo === undefined) {
    return figures.map((figure) => withOutcome(figure, shownAs(figure, roundTo)))
  }
  const complete = completeTables(figures)
  const hidden = hideSmallCounts(complete, { hideBelow, roundTo })
  return complete.map((figure) =>
    withOutcome(figure, hidden.get(figure) ?? shownAs(figure, roundTo)),
  )
}

/** What is protected leaves no exact count behind for a page or a file to show by mistake. */
function withOutcome(figure: Figure, shown: Shown): ProtectedFigure {
  if (shown.kind === 'exact' || shown.kind === 'undefined') return { ...figure, shown }
  const { indicator, definition, by } = figure
  const value = shown.kind === 'rounded' ? shown.value : null
  return { indicator, definition, by, value, shown }
}

function shownAs(figure: Figure, roundTo: number | undefined): Shown {
  const { value, numerator, denominator } = figure
  if (value === null) return { kind: 'undefined', reason: 'nothing-to-divide-by' }
  if (roundTo === undefined) return { kind: 'exact', value }
  if (numerator === undefined || denominator === undefined) {
    return { kind: 'rounded', value: toNearest(value, roundTo), to: roundTo }
  }
  const whole = toNearest(denominator, roundTo)
  if (whole === 0) return { kind: 'suppressed', reason: 'below-threshold' }
  return { kind: 'rounded', value: toNearest(numerator, roundTo) / whole, to: roundTo }
}
