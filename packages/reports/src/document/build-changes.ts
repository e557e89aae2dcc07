import { compareText } from '@tijdig/core'
import type { Explanation } from '@tijdig/figures'
import { cellKey } from './cell.ts'
import {
  CHANGE_PARTS,
  cellName,
  changeFigure,
  comparedWith,
  PARTS,
  stoodStill,
} from './change-parts.ts'
import type { FigurePart, Table } from './document.ts'
import type { Writer } from './writer.ts'

/** All cells that moved, each with the parts of its change. */
export function buildChanges(
  writer: Writer,
  tag: { readonly indicators: readonly string[]; readonly caption: string; readonly line: number },
): Table | undefined {
  const labels = tag.indicators.flatMap((code) => writer.labels(code, tag.line) ?? [])
  if (labels.length < tag.indicators.length || !comparedWith(writer, tag.line)) return undefined
  const chosen = labels.length > 0 ? labels : writer.input.labels
  const moved = chosen.flatMap((one) =>
    (writer.input.explanations ?? [])
      .filter(({ indicator }) => indicator === one.code)
      .sort(totalsFirst)
      .filter((change) => !stoodStill(change))
      .map((change) => ({ labels: one, change })),
  )
  const columns: readonly FigurePart[] = ['from', ...PARTS, 'to']
  return {
    kind: 'table',
    ...writer.nextTable(),
    caption: tag.caption,
    content: {
      head: ['Cijfer', 'Eerst', ...PARTS.map((part) => CHANGE_PARTS[part]), 'Nu'],
      rows: moved.map(({ labels: one, change }) => ({
        header: cellName(one, change.by),
        cells: columns.map((part) => changeFigure(writer, one, change, part)),
        total: false,
      })),
    },
    notes: moved.length === 0 ? ['Geen enkel cijfer is veranderd.'] : [],
  }
}

function totalsFirst(a: Explanation, b: Explanation): number {
  const size = Object.keys(a.by).length - Object.keys(b.by).length
  return size || compareText(cellKey(a.by), cellKey(b.by))
}
