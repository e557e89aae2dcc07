import { cellKey, type Figure, type ProtectedFigure, protect } from '@tijdig/figures'
import type { FrozenPublication } from './frozen-publication.ts'
import type { Difference } from './verification.ts'

/** Each figure that differs, or that stands on one side only. */
export function figureDifferences(frozen: FrozenPublication, recalculated: readonly Figure[]) {
  const published = byKey(frozen.figures)
  const now = byKey(recalculated)
  const { protection } = frozen.asked
  const shownBefore = byKey(protect(frozen.figures, protection))
  const shownNow = byKey(protect(recalculated, protection))
  return [...new Set([...published.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const before = published.get(key)
    const after = now.get(key)
    if (before && after && sameFigure(before, after)) return []
    return [
      {
        what: 'figure',
        name: nameOf((before ?? after) as Figure),
        published: wordsOf(shownBefore.get(key)),
        recalculated: wordsOf(shownNow.get(key)),
      },
    ]
  })
}

function byKey<F extends Figure>(figures: readonly F[]): ReadonlyMap<string, F> {
  return new Map(figures.map((figure) => [keyOf(figure), figure]))
}

function keyOf(figure: Figure): string {
  return `${figure.definition} ${cellKey(figure)}`
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator
}

function nameOf({ indicator, definition, by }: Figure): string {
  const cell = Object.entries(by).map(([dimension, code]) => `${dimension}=${code}`)
  return [indicator, `definitie ${definition}`, ...cell].join(' ')
}

/** A figure in text, no more of it than the publication itself shows. */
function wordsOf(shown: ProtectedFigure | undefined): string {
  if (!shown) return 'staat er niet'
  if (shown.value === null) return 'niet te tonen'
  return shown.denominator === undefined
    ? String(shown.value)
    : `${shown.numerator}/${shown.denominator}`
}
