import { describeChart, type WaterfallSpec } from '@tijdig/charts'
import type { Explanation, IndicatorLabels } from '@tijdig/figures'
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
import type { Block, ChartBlock, FigurePart, FigureValue, Inline } from './document.ts'
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
  const ends = {
    from: { label: earlierName, value: change.from, figure: write('from') },
    to: { label: nowName, value: change.to, figure: write('to') },
  }
  const steps = PARTS.map((part) => ({
    part,
    label: CHANGE_PARTS[part],
    value: change[part],
    figure: write(part),
  }))
  const spec: WaterfallSpec = {
    kind: 'waterfall',
    title: tag.title ?? `${name}: van de eerdere stand naar nu`,
    unit: labels.unit,
    format: labels.kind,
    from: levelOf(ends.from),
    to: levelOf(ends.to),
    steps: steps.map((step) => ({ part: step.part, ...levelOf(step) })),
  }
  const row = ({ label, figure }: Told, total: boolean) => ({
    header: label,
    cells: [figure],
    total,
  })
  const chart: ChartBlock = {
    kind: 'chart',
    id,
    number,
    spec,
    description: describeChart(spec),
    table: {
      head: ['Stap', labels.kind === 'count' ? `Aantal ${labels.unit}` : labels.label],
      rows: [row(ends.from, true), ...steps.map((step) => row(step, false)), row(ends.to, true)],
    },
    notes: labels.kind === 'count' ? [] : ['Veranderingen zijn in procentpunten.'],
  }
  return [{ kind: 'paragraph', inlines }, chart]
}

/** One end or one part of a change, as the drawing and the table tell it. */
interface Told {
  readonly label: string
  readonly value: number
  readonly figure: FigureValue
}

function levelOf({ label, value, figure }: Told): WaterfallSpec['from'] {
  return { label, value, text: figure.text }
}

/** A cell that no explanation names did not move. */
export function changeOf(
  writer: Writer,
  labels: IndicatorLabels,
  cell: Cell,
  line: number,
): Explanation {
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
