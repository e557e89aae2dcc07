import type { IndicatorLabels, Shown } from '@tijdig/figures'
import { protectionNotes, shownWords, sumShown } from '../wording/shown-words.ts'
import type { Cell } from './cell.ts'
import { chooseCodes, type RowChoice } from './choose-codes.ts'
import type { FigureValue, Table, TableContent, TableRow } from './document.ts'
import { codeLabel, type Writer } from './writer.ts'

export interface TableTag extends RowChoice {
  readonly indicators: readonly string[]
  readonly by: readonly string[]
  readonly caption: string
  readonly total: boolean
  readonly decimals: number
  readonly line: number
}

/** A table of one or more indicators; undefined where an error was found. */
export function buildTable(writer: Writer, tag: TableTag): Table | undefined {
  const labels = tag.indicators.flatMap((code) => writer.labels(code, tag.line) ?? [])
  if (labels.length < tag.indicators.length || !checkTable(writer, tag, labels)) return undefined
  const { content, left } =
    tag.by.length === 0 ? indicatorRows(writer, tag, labels) : codeRows(writer, tag, labels)
  const { id, number } = writer.nextTable()
  const shown = content.rows.flatMap((row) => row.cells.map((cell) => cell.shown))
  const notes = [
    ...(tag.rest ? [] : leftOutNotes(content.rows.length, left)),
    ...protectionNotes(shown),
  ]
  return { kind: 'table', id, number, caption: tag.caption, content, notes }
}

export function leftOutNotes(shown: number, left: number): readonly string[] {
  return left === 0 ? [] : [`Dit zijn de ${shown} hoogste van ${shown + left}.`]
}

function checkTable(writer: Writer, tag: TableTag, labels: readonly IndicatorLabels[]): boolean {
  if (tag.by.length > 2 || (tag.by.length === 2 && labels.length > 1)) {
    writer.fail(
      'too-many-dimensions',
      tag.line,
      'Een tabel toont een cijfer naar hooguit twee verdelingen, of meer cijfers naar één. Zet de andere vast met "where".',
    )
    return false
  }
  const shares = labels.find(({ kind }) => kind === 'share')
  if (shares && (tag.total || tag.rest)) {
    writer.fail(
      'share-cannot-be-added',
      tag.line,
      `Percentages (${shares.code}) zijn niet op te tellen. Haal "total" en "rest" weg.`,
    )
    return false
  }
  return labels.every((one) => {
    const dimensions = tag.by.every((name) => writer.checkDimension(one, name, tag.line))
    const [rows] = tag.by
    const only = rows && tag.only ? { [rows]: tag.only } : {}
    return writer.checkCell(one, { ...tag.where, ...only }, tag.line) && dimensions
  })
}

interface Column {
  readonly head: string
  readonly labels: IndicatorLabels
  readonly cell: Cell
}

/** Without dimensions the indicators are the rows. */
function indicatorRows(writer: Writer, tag: TableTag, labels: readonly IndicatorLabels[]) {
  const rows = labels.map((one) => ({
    header: one.label,
    cells: [cellFigure(writer, one, [tag.where], tag.decimals)],
    total: false,
  }))
  const counts = labels.every(({ kind }) => kind === 'count')
  return { content: { head: ['Cijfer', counts ? 'Aantal' : 'Uitkomst'], rows }, left: 0 }
}

function codeRows(
  writer: Writer,
  tag: TableTag,
  labels: readonly IndicatorLabels[],
): { readonly content: TableContent; readonly left: number } {
  const [rowDimension, columnDimension] = tag.by as readonly [string, string?]
  const [first] = labels as readonly [IndicatorLabels]
  const columns = columnsOf(writer, tag, labels, columnDimension)
  const across = columnDimension === undefined ? [] : [columnDimension]
  const { shown, left } = chooseCodes(writer, labels, rowDimension, across, tag)
  const row = (header: string, codes: readonly string[], total: boolean): TableRow => ({
    header,
    total,
    cells: columns.map((column) => {
      const cells = codes.map((code) => ({ ...tag.where, ...column.cell, [rowDimension]: code }))
      return cellFigure(writer, column.labels, cells, tag.decimals)
    }),
  })
  const rows = shown.map((code) => row(codeLabel(first, rowDimension, code), [code], false))
  if (tag.rest && left.length > 0) rows.push(row(`Overige (${left.length})`, left, false))
  if (tag.total) rows.push(totalRow(writer, tag, columns, rowDimension, [...shown, ...left]))
  const head = first.dimensions[rowDimension]?.label ?? rowDimension
  return {
    content: { head: [head, ...columns.map((column) => column.head)], rows },
    left: left.length,
  }
}

function columnsOf(
  writer: Writer,
  tag: TableTag,
  labels: readonly IndicatorLabels[],
  dimension: string | undefined,
): readonly Column[] {
  const [first] = labels as readonly [IndicatorLabels]
  if (dimension === undefined) {
    return labels.map((one) => ({
      head: labels.length === 1 && one.kind === 'count' ? `Aantal ${one.unit}` : one.label,
      labels: one,
      cell: {},
    }))
  }
  const rows = tag.by.filter((name) => name !== dimension)
  const { shown } = chooseCodes(writer, labels, dimension, rows, { where: tag.where, zeros: false })
  return shown.map((code) => ({
    head: codeLabel(first, dimension, code),
    labels: first,
    cell: { [dimension]: code },
  }))
}

/** The total that was counted, where it was; else the sum of the rows. Both must agree. */
function totalRow(
  writer: Writer,
  tag: TableTag,
  columns: readonly Column[],
  dimension: string,
  codes: readonly string[],
): TableRow {
  const cells = columns.map(({ labels, cell }) => {
    const parts = codes.map((code) => ({ ...tag.where, ...cell, [dimension]: code }))
    const sum = sumShown(parts.map((part) => writer.shelf.figureAt(labels.code, part).shown))
    const counted = writer.shelf.findFigure(labels.code, { ...tag.where, ...cell })
    if (!counted || tag.only) return cellFigure(writer, labels, parts, tag.decimals)
    if (
      sum.kind === 'exact' &&
      counted.shown.kind === 'exact' &&
      sum.value !== counted.shown.value
    ) {
      writer.fail(
        'total-does-not-add-up',
        tag.line,
        `De rijen van ${labels.code} zijn samen ${sum.value}, maar het totaal is ${counted.shown.value}: iets telt in meer rijen mee. Haal "total" weg.`,
      )
    }
    return cellFigure(writer, labels, [counted.by], tag.decimals)
  })
  return { header: tag.only ? 'Samen' : 'Totaal', cells, total: true }
}

/** The figure of a cell, or the sum of more. */
export function cellFigure(
  writer: Writer,
  labels: IndicatorLabels,
  cells: readonly Cell[],
  decimals: number,
): FigureValue {
  const figures = cells.map((cell) => writer.shelf.figureAt(labels.code, cell))
  const [only] = figures
  const shown: Shown =
    figures.length === 1 && only ? only.shown : sumShown(figures.map((figure) => figure.shown))
  const writing = { kind: labels.kind, place: 'table', decimals } as const
  const text = shownWords(shown, writing, figures.length === 1 ? only : undefined)
  return writer.figure(labels.code, cells, text, shown)
}
