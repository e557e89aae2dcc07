import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { TableContent } from '../document/document.ts'
import type { TextTable } from '../document/file-document.ts'
import { type Bookmarks, runsOf } from './docx-inlines.ts'

/** The width of the text of a page, in twentieths of a point. */
const TEXT_WIDTH = 9070

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'C9CFD6' } as const
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** A table of figures: its first row is the head, its first column names the rows. */
export function figureTable({ head, rows }: TableContent): Table {
  const first = head.length === 2 ? TEXT_WIDTH * 0.7 : Math.max(0.25, 1 / head.length) * TEXT_WIDTH
  const others = (TEXT_WIDTH - first) / Math.max(1, head.length - 1)
  const widths = head.map((_, index) => Math.round(index === 0 ? first : others))
  const cell = (words: string, index: number, style: CellStyle) =>
    tableCell([[new TextRun({ text: words, bold: style.bold === true })]], widths[index] ?? 0, {
      ...style,
      end: index > 0,
    })
  return table(widths, [
    headRow(head, widths, true),
    ...rows.map(
      ({ header, cells, total }) =>
        new TableRow({
          cantSplit: true,
          children: [header, ...cells.map(({ text }) => text)].map((words, index) =>
            cell(words, index, { bold: total }),
          ),
        }),
    ),
  ])
}

/** A table of words. */
export function wordTable({ head, widths, rows }: TextTable, bookmarks: Bookmarks): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const sizes = widths.map((width) => Math.round((width / whole) * TEXT_WIDTH))
  return table(sizes, [
    headRow(head, sizes, false),
    ...rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((lines, index) =>
            tableCell(
              lines.map((line) => runsOf(line, bookmarks, { bold: index === 0 })),
              sizes[index] ?? 0,
              {},
            ),
          ),
        }),
    ),
  ])
}

function table(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    // What a screen reader takes for heads: the first row and the first column.
    tableLook: { firstRow: true, firstColumn: true, noVBand: true, noHBand: true },
    borders: {
      top: NO_RULE,
      bottom: RULE,
      left: NO_RULE,
      right: NO_RULE,
      insideHorizontal: RULE,
      insideVertical: NO_RULE,
    },
  })
}

/** It comes back at the top of each page over which the table goes on. */
function headRow(head: readonly string[], widths: readonly number[], figures: boolean): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((words, index) =>
      tableCell([[new TextRun({ text: words, bold: true })]], widths[index] ?? 0, {
        end: figures && index > 0,
      }),
    ),
  })
}

interface CellStyle {
  readonly bold?: boolean
  readonly end?: boolean
}

function tableCell(
  lines: readonly ParagraphChild[][],
  width: number,
  { end = false }: CellStyle,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: lines.map(
      (children) =>
        new Paragraph({
          style: 'TableText',
          alignment: end ? AlignmentType.END : AlignmentType.START,
          children,
        }),
    ),
  })
}
