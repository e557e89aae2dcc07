import type { IndicatorLabels } from '@tijdig/figures'
import { describeChart } from '../charts/describe-chart.ts'
import type { ChartDatum, ChartSpec } from '../charts/index.ts'
import { isMonth, isQuarter } from '../wording/dutch-day.ts'
import { protectionNotes } from '../wording/shown-words.ts'
import { cellFigure, leftOutNotes } from './build-table.ts'
import type { Cell } from './cell.ts'
import { chooseCodes, type RowChoice } from './choose-codes.ts'
import type { ChartBlock, FigureValue, TableContent } from './document.ts'
import { codeLabel, codeWords, type Writer } from './writer.ts'

export interface ChartTag extends RowChoice {
  readonly indicator: string
  readonly by: readonly string[]
  readonly kind: 'bar' | 'stacked-bar' | 'line'
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
  const data: ChartDatum[] = []
  const rows = groups.map((codes) => {
    const [code = ''] = codes
    const category =
      codes.length === 1 ? codeLabel(labels, dimension, code) : `Overige (${codes.length})`
    const figures = parts.map((part) => {
      const own: Cell = series === undefined || part === undefined ? {} : { [series]: part }
      const cells = codes.map((one) => ({ ...tag.where, ...own, [dimension]: one }))
      const figure = cellFigure(writer, labels, cells, 0)
      const name = part === undefined ? undefined : codeLabel(labels, series ?? '', part)
      data.push(
        datumOf(figure, isPeriod(code) ? codeWords(labels, dimension, code) : category, code, name),
      )
      return figure
    })
    return { header: category, cells: figures, total: false }
  })
  const categoryLabel = labels.dimensions[dimension]?.label ?? dimension
  const heads =
    series === undefined
      ? [labels.kind === 'count' ? `Aantal ${labels.unit}` : labels.label]
      : parts.map((part) => codeLabel(labels, series, part ?? ''))
  const spec: ChartSpec = {
    id,
    kind: tag.kind,
    title: tag.title,
    unit: labels.unit,
    format: labels.kind,
    categoryLabel,
    ...(tag.description === undefined ? {} : { description: tag.description }),
  }
  const table: TableContent = { head: [categoryLabel, ...heads], rows }
  const shownValues = rows.flatMap(({ cells }) => cells.map((cell) => cell.shown))
  return {
    kind: 'chart',
    id,
    number,
    spec,
    data,
    description: describeChart(spec, data),
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
  if (tag.by.length > 2 || (tag.by.length === 2 && tag.kind === 'bar') || tag.by.length === 0) {
    writer.fail(
      'too-many-dimensions',
      tag.line,
      'Een staafgrafiek toont één verdeling; "stacked-bar" en "line" tonen er hooguit twee. Zet de andere vast met "where".',
    )
    return false
  }
  if (labels.kind === 'share' && (tag.rest || tag.kind === 'stacked-bar')) {
    writer.fail(
      'share-cannot-be-added',
      tag.line,
      `Percentages (${labels.code}) zijn niet op te tellen. Kies "bar" of "line", zonder "rest".`,
    )
    return false
  }
  const [rows] = tag.by
  const only = rows && tag.only ? { [rows]: tag.only } : {}
  const dimensions = tag.by.every((name) => writer.checkDimension(labels, name, tag.line))
  return dimensions && writer.checkCell(labels, { ...tag.where, ...only }, tag.line)
}

function datumOf(
  figure: FigureValue,
  category: string,
  code: string,
  series: string | undefined,
): ChartDatum {
  const { shown, text } = figure
  const value = shown.kind === 'exact' || shown.kind === 'rounded' ? shown.value : null
  return {
    category,
    ...(isPeriod(code) ? { code } : {}),
    ...(series === undefined ? {} : { series }),
    value,
    text,
  }
}

/** A month stands in the middle of a sentence when the drawing is described. */
function isPeriod(code: string): boolean {
  return isMonth(code) || isQuarter(code)
}
