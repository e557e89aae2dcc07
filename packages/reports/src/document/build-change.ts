import type { Explanation, IndicatorLabels } from '@tijdig/figures'
import { describeChart } from '../charts/describe-chart.ts'
import type { ChartDatum, ChartSpec } from '../charts/index.ts'
import { type Cell, cellKey } from './cell.ts'
import {
  CHANGE_PARTS,
  cellName,
  changeFigure,
  comparedWith,
  PARTS,
  readingNames,
  stoodStill,
} from './change-parts.ts'
import type { Block, ChartBlock, FigurePart, Inline } from './document.ts'
import type { Writer } from './writer.ts'

/** Shares are fractions: two calculations of one may differ in the last bits. */
const ROUNDING = 1e-9

/** How one figure came from the earlier reading to this one: a sentence and a drawing. */
export function buildChange(
  writer: Writer,
  tag: {
    readonly indicator: string
    readonly by: Cell
    readonly title?: string
    readonly line: number
  },
): readonly Block[] {
  const labels = writer.labels(tag.indicator, tag.line)
  const earlier = comparedWith(writer, tag.line)
  if (!labels || !earlier || !writer.checkCell(labels, tag.by, tag.line)) return []
  const change = changeOf(writer, labels, tag.by, tag.line)
  const name = cellName(labels, tag.by)
  const write = (part: FigurePart) => changeFigure(writer, labels, change, part)
  const [earlierName, nowName] = readingNames(earlier, writer.input.question)
  const inlines: Inline[] = stoodStill(change)
    ? [text(`${name}: `), write('to'), text('. Dat is hetzelfde als in de eerdere stand.')]
    : [
        text(`${name}: eerst `),
        write('from'),
        text(', nu '),
        write('to'),
        text(' ('),
        write('difference'),
        text(').'),
      ]
  const { id, number } = writer.nextChart()
  const spec: ChartSpec = {
    id,
    kind: 'waterfall',
    title: tag.title ?? `${name}: van de eerdere stand naar nu`,
    unit: labels.unit,
    format: labels.kind,
    categoryLabel: 'Stap',
  }
  const steps = [
    {
      category: earlierName,
      role: 'total',
      figure: write('from'),
      value: change.from,
    },
    ...PARTS.map((part) => ({
      category: CHANGE_PARTS[part],
      role: 'change' as const,
      figure: write(part),
      value: change[part],
    })),
    { category: nowName, role: 'total', figure: write('to'), value: change.to },
  ] as const
  const data: ChartDatum[] = steps.map(({ category, role, figure, value }) => ({
    category,
    value,
    text: figure.text,
    role,
  }))
  const chart: ChartBlock = {
    kind: 'chart',
    id,
    number,
    spec,
    data,
    description: describeChart(spec, data),
    table: {
      head: ['Stap', labels.kind === 'count' ? `Aantal ${labels.unit}` : labels.label],
      rows: steps.map(({ category, figure, role }) => ({
        header: category,
        cells: [figure],
        total: role === 'total',
      })),
    },
    notes: labels.kind === 'count' ? [] : ['Veranderingen zijn in procentpunten.'],
  }
  return [{ kind: 'paragraph', inlines }, chart]
}

/** A cell that no explanation names did not move. */
function changeOf(writer: Writer, labels: IndicatorLabels, cell: Cell, line: number): Explanation {
  const key = cellKey(cell)
  const found = writer.input.explanations?.find(
    ({ indicator, by }) => indicator === labels.code && cellKey(by) === key,
  )
  const value = writer.shelf.figureAt(labels.code, cell).value ?? 0
  if (found && Math.abs(found.to - value) > ROUNDING) {
    writer.fail(
      'explanation-does-not-fit',
      line,
      `De verandering van ${labels.code} komt uit op ${found.to}, maar het cijfer in dit rapport is ${value}. Reken de verandering uit onder dezelfde definities als het rapport.`,
    )
  }
  const still = { late: 0, corrected: 0, redefined: 0, happened: 0 }
  return found ?? { indicator: labels.code, by: cell, from: value, to: value, ...still }
}

function text(words: string): Inline {
  return { kind: 'text', text: words }
}
