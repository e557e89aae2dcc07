import type { IndicatorLabels } from '@tijdig/figures'
import { formatCount } from '../wording/dutch-number.ts'
import { changeOf } from './build-change.ts'
import type { Cell } from './cell.ts'
import { changeFigure, comparedWith, PARTS } from './change-parts.ts'
import type { ChangePart, FigurePart, FigureValue } from './document.ts'
import type { Writer } from './writer.ts'

type PartOfChange = 'from' | 'to' | 'difference' | ChangePart

const ALL: ReadonlySet<string> = new Set(['from', 'to', 'difference', ...PARTS])

export function isChangePart(part: FigurePart): part is PartOfChange {
  return ALL.has(part)
}

/**
 * One number of a change, in a sentence. The sentence says whether something came or went: a count
 * stands in it without its sign.
 */
export function buildChangeFigure(
  writer: Writer,
  labels: IndicatorLabels,
  cells: readonly Cell[],
  part: PartOfChange,
  line: number,
): FigureValue | undefined {
  const [cell] = cells
  if (!comparedWith(writer, line)) return undefined
  if (cell === undefined || cells.length !== 1) {
    writer.fail(
      'explanation-does-not-fit',
      line,
      `De verandering van een optelling is er niet. Noem bij "by" één waarde.`,
    )
    return undefined
  }
  const figure = changeFigure(writer, labels, changeOf(writer, labels, cell, line), part)
  const { shown } = figure
  if (labels.kind === 'share' || shown.kind !== 'exact') return figure
  return { ...figure, text: formatCount(Math.abs(shown.value)) }
}
