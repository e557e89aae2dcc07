import type { Figure, ProtectedFigure, Shown } from './figure.ts'

/** How figures are protected against recognising a child before anything is shown. */
export type Protection = 'exact' | 'rounded-5'

const ROUNDED_TO = 5

/**
 * The step between calculating and rendering. `exact` shows each figure as it is, for readers who
 * may see the trajectories; `rounded-5` rounds counts, and the counts under a share, to 5.
 */
export function protect(figures: readonly Figure[], protection: Protection): ProtectedFigure[] {
  return figures.map((figure) => {
    const shown = shownAs(figure, protection)
    if (shown.kind === 'exact' || shown.kind === 'undefined') return { ...figure, shown }
    // What is protected leaves no exact count behind for a page or a file to show by mistake.
    const { indicator, definition, by } = figure
    return {
      indicator,
      definition,
      by,
      value: shown.kind === 'rounded' ? shown.value : null,
      shown,
    }
  })
}

function shownAs(figure: Figure, protection: Protection): Shown {
  if (figure.value === null) return { kind: 'undefined', reason: 'nothing-to-divide-by' }
  switch (protection) {
    case 'exact':
      return { kind: 'exact', value: figure.value }
    case 'rounded-5':
      return roundedValue(figure, figure.value)
    default:
      return protection satisfies never
  }
}

function roundedValue(figure: Figure, value: number): Shown {
  if (figure.numerator === undefined || figure.denominator === undefined) {
    return { kind: 'rounded', value: toNearest(value), to: ROUNDED_TO }
  }
  const denominator = toNearest(figure.denominator)
  if (denominator === 0) return { kind: 'suppressed', reason: 'below-threshold' }
  return { kind: 'rounded', value: toNearest(figure.numerator) / denominator, to: ROUNDED_TO }
}

function toNearest(count: number): number {
  return Math.round(count / ROUNDED_TO) * ROUNDED_TO
}
