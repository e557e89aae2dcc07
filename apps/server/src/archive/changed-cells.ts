import { cellKey, type IndicatorLabels, type ProtectedFigure, type Shown } from '@tijdig/figures'
import { shownWords } from '@tijdig/reports'
import { cellName } from './change-words.ts'

/** One cell that reads otherwise in two editions; undefined in the edition where it does not stand. */
interface ChangedCell {
  readonly name: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly shown: readonly Shown[]
}

export interface ChangedCells {
  readonly labels: IndicatorLabels
  readonly cells: readonly ChangedCell[]
  /** The versions it was counted by, where those are not the same. */
  readonly redefined: readonly [from: number, to: number] | undefined
}

/**
 * The cells that two editions show otherwise, by indicator, in the words of each. It reads only what
 * both have published, and subtracts nothing: so it tells no more than the two beside each other.
 */
export function changedCells(
  labels: readonly IndicatorLabels[],
  from: readonly ProtectedFigure[],
  to: readonly ProtectedFigure[],
): readonly ChangedCells[] {
  return labels.flatMap((one) => {
    const before = byCell(one, from)
    const after = byCell(one, to)
    // As the newer one has them, and then what stands in the older one only.
    const cells = [...new Set([...after.keys(), ...before.keys()])]
      .map((key) => pair(one, before.get(key), after.get(key)))
      .filter((cell) => cell.from !== cell.to)
    if (cells.length === 0) return []
    return [{ labels: one, cells, redefined: redefined(before, after) }]
  })
}

type Cells = ReadonlyMap<string, ProtectedFigure>

/** The totals first; a report counts an indicator by one version. */
function byCell({ code }: IndicatorLabels, figures: readonly ProtectedFigure[]): Cells {
  const own = figures.filter(({ indicator }) => indicator === code)
  const sorted = [...own].sort((a, b) => Object.keys(a.by).length - Object.keys(b.by).length)
  return new Map(sorted.map((figure) => [cellKey(figure), figure]))
}

function pair(
  labels: IndicatorLabels,
  from: ProtectedFigure | undefined,
  to: ProtectedFigure | undefined,
): ChangedCell {
  const both = [from, to].filter((figure) => figure !== undefined)
  return {
    name: cellName(labels, both[0]?.by ?? {}),
    from: from && wordsOf(labels, from),
    to: to && wordsOf(labels, to),
    shown: both.map(({ shown }) => shown),
  }
}

function wordsOf({ kind }: IndicatorLabels, figure: ProtectedFigure): string {
  return shownWords(figure.shown, { kind, place: 'table', decimals: 1 }, figure)
}

function redefined(before: Cells, after: Cells): readonly [number, number] | undefined {
  const [from] = before.values()
  const [to] = after.values()
  if (!from || !to || from.definition === to.definition) return undefined
  return [from.definition, to.definition]
}
