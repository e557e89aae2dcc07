import { type ChartSpec, type ChartValue, describeChart } from '@tijdig/charts'
import type { IndicatorLabels } from '@tijdig/figures'
import { protectionNotes } from '../wording/shown-words.ts'
import { cellFigure, leftOutNotes } from './build-table.ts'
import type { Cell } from './cell.ts'
import { chooseCodes, type RowChoice } from './choose-codes.ts'
import type { ChartBlock, FigureValue, TableContent } from './document.ts'
import { codeLabel, type Writer } from './writer.ts'

export interface ChartTag extends RowChoice {
  readonly indicator: string
  readonly by: readonly string[]
  readonly kind: 'bar' | 'stacked-bar' | 'line' | 'map'
  readonly title: string
  readonly description?: string
  readonly line: number
}

/** A chart of one indicator by one dimension, or two where it has parts or lines. */
export function buildChart(writer: Writer, tag: ChartTag): ChartBlock | undefined {
  const labels = writer.labels(tag.indicator, tag.line)
  if (!labels || !checkChart(writer, tag, labels)) return undefined
  const [dimension, series] = tag.by as readonly [string, string?]
  const across = series === undefined ? [] : [series]
  const { shown, left } = chooseCodes(writer, [labels], dimension, across, tag)
  const parts = series === undefined ? [undefined] : seriesCodes(writer, tag, labels, series)
  const { id, number } = writer.nextChart()
  const groups = [...shown.map((code) => [code]), ...(tag.rest && left.length > 0 ? [left] : [])]
  const rows = groups.map((codes) => {
    const [code = ''] = codes
    const rest = `Overige (${codes.length})`
    const figures = parts.map((part) => {
      const own: Cell = series === undefined || part === undefined ? {} : { [series]: part }
      const cells = codes.map((one) => ({ ...tag.where, ...own, [dimension]: one }))
      return cellFigure(writer, labels, cells, 0)
    })
    return codes.length === 1
      ? { code, header: codeLabel(labels, dimension, code), cells: figures, total: false }
      : { code: rest, header: rest, cells: figures, total: false }
  })
  const dimensionLabel = labels.dimensions[dimension]?.label ?? dimension
  const names =
    series === undefined ? [] : parts.map((part) => codeLabel(labels, series, part ?? ''))
  const ownName = labels.kind === 'count' ? `Aantal ${labels.unit}` : labels.label
  const spec = specOf(tag, labels, dimensionLabel, names, rows)
  const table: TableContent = {
    head: [dimensionLabel, ...(series === undefined ? [ownName] : names)],
    rows: rows.map(({ header, cells, total }) => ({ header, cells, total })),
  }
  const shownValues = rows.flatMap(({ cells }) => cells.map((cell) => cell.shown))
  return {
    kind: 'chart',
    id,
    number,
    spec,
    description: describeChart(spec),
    table,
    notes: [
      ...(tag.rest ? [] : leftOutNotes(shown.length, left.length)),
      ...protectionNotes(shownValues),
    ],
  }
}

function seriesCodes(
  writer: Writer,
  tag: ChartTag,
  labels: IndicatorLabels,
  series: string,
): readonly string[] {
  const across = tag.by.filter((name) => name !== series)
  return chooseCodes(writer, [labels], series, across, { where: tag.where }).shown
}

function checkChart(writer: Writer, tag: ChartTag, labels: IndicatorLabels): boolean {
  if (
    tag.by.length > 2 ||
    (tag.by.length === 2 && (tag.kind === 'bar' || tag.kind === 'map')) ||
    tag.by.length === 0
  ) {
    writer.fail(
      'too-many-dimensions',
      tag.line,
      'Een staafgrafiek en een kaart tonen één verdeling; "stacked-bar" en "line" tonen er hooguit twee. Zet de andere vast met "where".',
    )
    return false
  }
  if (labels.kind === 'share' && (tag.rest || tag.kind === 'stacked-bar')) {
    writer.fail(
      'share-cannot-be-added',
      tag.line,
      `Percentages (${labels.code}) zijn niet op te tellen. Kies "bar", "line" of "map", zonder "rest".`,
    )
    return false
  }
  const [rows] = tag.by
  const only = rows && tag.only ? { [rows]: tag.only } : {}
  const dimensions = tag.by.every((name) => writer.checkDimension(labels, name, tag.line))
  return dimensions && writer.checkCell(labels, { ...tag.where, ...only }, tag.line)
}

interface Row {
  readonly code: string
  readonly header: string
  readonly cells: readonly FigureValue[]
}

function specOf(
  tag: ChartTag,
  labels: IndicatorLabels,
  dimension: string,
  names: readonly string[],
  rows: readonly Row[],
): ChartSpec {
  const words = {
    title: tag.title,
    ...(tag.description === undefined ? {} : { description: tag.description }),
    unit: labels.unit,
    format: labels.kind,
    dimension,
  }
  switch (tag.kind) {
    case 'bar':
      return {
        ...words,
        kind: 'bars',
        rows: rows.flatMap(({ header, cells }) =>
          cells.map((figure) => ({ label: header, ...chartValue(figure) })),
        ),
      }
    case 'map':
      return {
        ...words,
        kind: 'map',
        rows: rows.flatMap(({ code, header, cells }) =>
          cells.map((figure) => ({ region: code, label: header, ...chartValue(figure) })),
        ),
      }
    case 'stacked-bar':
      return {
        ...words,
        kind: 'stacked',
        parts: names.length === 0 ? [labels.label] : names,
        rows: rows.map(({ header, cells }) => ({ label: header, values: cells.map(chartValue) })),
      }
    case 'line': {
      const pointsOf = (index: number) =>
        rows.flatMap(({ code, header, cells }) =>
          cells
            .slice(index, index + 1)
            .map((figure) => ({ period: code, name: header, ...chartValue(figure) })),
        )
      const lines = names.length === 0 ? [labels.label] : names
      return {
        ...words,
        kind: 'line',
        series: lines.map((label, index) => ({ label, points: pointsOf(index) })),
      }
    }
  }
}

function chartValue({ shown, text }: FigureValue): ChartValue {
  return { value: shown.kind === 'exact' || shown.kind === 'rounded' ? shown.value : null, text }
}
