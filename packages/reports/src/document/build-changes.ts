import { compareText } from '@tijdig/core'
import type { Explanation } from '@tijdig/figures'
import { protectionNotes } from '../wording/shown-words.ts'
import { cellKey, dimensionsKey } from './cell.ts'
import {
  CHANGE_PARTS,
  cellName,
  changeFigure,
  comparedWithProtected,
  PARTS,
  stoodStill,
} from './change-parts.ts'
import type { FigurePart, Table } from './document.ts'
import type { Writer } from './writer.ts'

interface ChangesTag {
  readonly indicators: readonly string[]
  /** Only cells by exactly these dimensions; left out: by whichever. */
  readonly by: readonly string[] | undefined
  readonly caption: string
  readonly line: number
}

/** All cells that moved, each with the parts of its change. */
export function buildChanges(writer: Writer, tag: ChangesTag): Table | undefined {
  const labels = tag.indicators.flatMap((code) => writer.labels(code, tag.line) ?? [])
  const known = labels.every((one) =>
    (tag.by ?? []).every((name) => writer.checkDimension(one, name, tag.line)),
  )
  if (labels.length < tag.indicators.length || !known) return undefined
  if (!comparedWithProtected(writer, tag.line)) return undefined
  const table = tag.by && dimensionsKey(tag.by)
  const chosen = labels.length > 0 ? labels : writer.input.labels
  const moved = chosen.flatMap((one) =>
    (writer.input.explanations ?? [])
      .filter(({ indicator }) => indicator === one.code)
      .filter(({ by }) => table === undefined || dimensionsKey(Object.keys(by)) === table)
      .sort(totalsFirst)
      .filter((change) => !stoodStill(change))
      .map((change) => ({ labels: one, change })),
  )
  const columns: readonly FigurePart[] = ['from', ...PARTS, 'to']
  const rows = moved.map(({ labels: one, change }) => ({
    header: cellName(one, change.by),
    cells: columns.map((part) => changeFigure(writer, one, change, part)),
    total: false,
  }))
  return {
    kind: 'table',
    ...writer.nextTable(),
    caption: tag.caption,
    content: {
      head: ['Cijfer', 'Eerst', ...PARTS.map((part) => CHANGE_PARTS[part]), 'Nu'],
      rows,
    },
    notes:
      rows.length === 0
        ? ['Geen enkel cijfer is veranderd.']
        : protectionNotes(rows.flatMap(({ cells }) => cells.map(({ shown }) => shown))),
  }
}

function totalsFirst(a: Explanation, b: Explanation): number {
  const size = Object.keys(a.by).length - Object.keys(b.by).length
  return size || compareText(cellKey(a.by), cellKey(b.by))
}
