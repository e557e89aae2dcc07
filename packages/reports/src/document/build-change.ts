import { compareText } from '@tijdig/core'
import type { Explanation, IndicatorLabels, Shown } from '@tijdig/figures'
import { describeChart } from '../charts/describe-chart.ts'
import type { ChartDatum, ChartSpec } from '../charts/index.ts'
import { longDay, longMoment } from '../wording/dutch-day.ts'
import { formatChange, formatPointChange } from '../wording/dutch-number.ts'
import { shownWords } from '../wording/shown-words.ts'
import { type Cell, cellKey } from './cell.ts'
import { LAST_CODES } from './choose-codes.ts'
import type {
  Block,
  ChangePart,
  ChartBlock,
  FigurePart,
  FigureValue,
  Inline,
  QuestionAsked,
  Table,
} from './document.ts'
import { codeWords, type Writer } from './writer.ts'

/** Why a figure moved, in the words of a reader; in the order in which they are told. */
export const CHANGE_PARTS = {
  late: 'Later bekend geworden',
  corrected: 'Verbeterd of ingetrokken',
  redefined: 'Anders gedefinieerd',
  happened: 'Echt gebeurd',
} as const satisfies Record<ChangePart, string>

const PARTS = Object.keys(CHANGE_PARTS) as readonly ChangePart[]

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
  const change = changeOf(writer, labels, tag.by)
  const name = cellName(labels, tag.by)
  const write = (part: FigurePart) => changeFigure(writer, labels, change, part)
  const now: QuestionAsked = writer.input.question
  const still = change.from === change.to && PARTS.every((part) => change[part] === 0)
  const inlines: Inline[] = still
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
      category: readingName(earlier, now),
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
    { category: readingName(now, earlier), role: 'total', figure: write('to'), value: change.to },
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
      head: ['Stap', `Aantal ${labels.unit}`],
      rows: steps.map(({ category, figure, role }) => ({
        header: category,
        cells: [figure],
        total: role === 'total',
      })),
    },
    notes: [],
  }
  return [{ kind: 'paragraph', inlines }, chart]
}

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
      .filter((change) => change.from !== change.to || PARTS.some((part) => change[part] !== 0))
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

/** A reading by the clock in which it differs from the other: `Bekend op 6 april 2023`. */
function readingName(reading: QuestionAsked, other: QuestionAsked): string {
  return reading.cutOff === other.cutOff
    ? `Bekend op ${longMoment(reading.knownAt)}`
    : `Stand op ${longDay(reading.cutOff)}`
}

/** The earlier reading; where it lacks or may not be told, an error that blocks. */
function comparedWith(writer: Writer, line: number): QuestionAsked | undefined {
  const { comparedWith: earlier, explanations, template } = writer.input
  if (template.protection !== 'exact') {
    writer.fail(
      'explanation-would-reveal',
      line,
      'De delen van een verandering laten zien wat is afgerond. Zet dit in een sjabloon met "protection: exact".',
    )
    return undefined
  }
  if (earlier && explanations) return earlier
  writer.fail(
    'no-explanations',
    line,
    'Er is geen eerdere stand om mee te vergelijken. Zet de tag binnen {% if $explained %} of kies een eerdere stand.',
  )
  return undefined
}

/** A cell that no explanation names did not move. */
function changeOf(writer: Writer, labels: IndicatorLabels, cell: Cell): Explanation {
  const key = cellKey(cell)
  const found = writer.input.explanations?.find(
    ({ indicator, by }) => indicator === labels.code && cellKey(by) === key,
  )
  const value = writer.shelf.figureAt(labels.code, cell).value ?? 0
  const still = { late: 0, corrected: 0, redefined: 0, happened: 0 }
  return found ?? { indicator: labels.code, by: cell, from: value, to: value, ...still }
}

function changeFigure(
  writer: Writer,
  labels: IndicatorLabels,
  change: Explanation,
  part: FigurePart,
): FigureValue {
  const level = part === 'from' || part === 'to'
  const value =
    part === 'difference' ? change.to - change.from : part in change ? change[part as 'from'] : 0
  const shown: Shown = { kind: 'exact', value }
  const step = labels.kind === 'count' ? formatChange(value) : formatPointChange(value)
  const words = level
    ? shownWords(shown, {
        kind: labels.kind,
        place: 'table',
        decimals: labels.kind === 'share' ? 1 : 0,
      })
    : step
  return writer.figure(labels.code, [change.by], words, shown, part)
}

/** A cell in words; of what is unknown it must be said what. */
function cellName(labels: IndicatorLabels, cell: Cell): string {
  const parts = Object.entries(cell).map(([dimension, code]) => {
    const words = codeWords(labels, dimension, code)
    if (!LAST_CODES.has(code)) return words
    return `${labels.dimensions[dimension]?.label.toLowerCase() ?? dimension} ${words}`
  })
  return parts.length === 0 ? labels.label : `${labels.label}, ${parts.join(', ')}`
}

function text(words: string): Inline {
  return { kind: 'text', text: words }
}
