import { barX, link, plot, text } from '@observablehq/plot'
import { formatCount, formatShare } from '../wording/dutch-number.ts'
import type { ChartDatum } from './chart-spec.ts'
import { labelColumn, labelMark } from './draw-bars.ts'
import type { Draw } from './drawing.ts'
import { INK, LESS, MORE, QUIET, TOTAL } from './palette.ts'
import { textWidth } from './text-width.ts'

/** Below this part of the whole, steps would be too small to see on a scale that starts at 0. */
const SMALL_STEPS = 0.25

/** From one level, by its steps, to the other; read from top to bottom. */
export const drawWaterfall: Draw = (spec, data, frame) => {
  const labels = labelColumn(
    data.map(({ category }) => category),
    frame,
  )
  const steps = placeSteps(data)
  const scale = scaleOf(steps)
  const widest = Math.max(...data.map((datum) => textWidth(datum.text, frame.fontSize)))
  const note = scale.start > 0 ? frame.lineHeight + 10 : 0
  const start = spec.format === 'share' ? formatShare(scale.start) : formatCount(scale.start)
  const noteWords = `De schaal begint bij ${start}, niet bij 0.`
  return plot({
    document: frame.document,
    width: frame.width,
    height: data.length * labels.rowHeight + 8 + note,
    marginTop: 4,
    marginBottom: 4 + note,
    marginLeft: labels.width,
    marginRight: widest + 12,
    x: { axis: null, domain: [scale.start, scale.end] },
    y: { axis: null, domain: steps.map(({ row }) => row), padding: 0.3 },
    marks: [
      link(steps.slice(1), {
        x1: 'before',
        x2: 'before',
        y1: (step: Step) => step.row - 1,
        y2: 'row',
        stroke: QUIET,
        strokeDasharray: '2 3',
      }),
      barX(steps, {
        x1: (step: Step) => (step.role === 'total' ? scale.start : step.before),
        x2: 'after',
        y: 'row',
        fill: 'colour',
      }),
      labelMark(labels.lines, frame),
      text(steps, {
        x: (step: Step) => Math.max(step.before, step.after),
        y: 'row',
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: INK,
      }),
      text(note > 0 ? [noteWords] : [], {
        frameAnchor: 'bottom-right',
        dx: widest + 8,
        dy: note,
        text: (words: string) => words,
        textAnchor: 'end',
        fill: QUIET,
      }),
    ],
  })
}

interface Step extends ChartDatum {
  readonly row: number
  readonly before: number
  readonly after: number
  readonly colour: string
}

function placeSteps(data: readonly ChartDatum[]): readonly Step[] {
  let level = 0
  return data.map((datum, row) => {
    const value = datum.value ?? 0
    const total = datum.role === 'total'
    const before = total ? value : level
    level = total ? value : level + value
    const colour = total ? TOTAL : value < 0 ? LESS : MORE
    return { ...datum, row, before, after: level, colour }
  })
}

/** Starts at 0 unless the steps are small beside the levels; then at a round number under them. */
function scaleOf(steps: readonly Step[]): { readonly start: number; readonly end: number } {
  const ends = steps.flatMap(({ before, after }) => [before, after])
  const lowest = Math.min(...ends)
  const highest = Math.max(...ends)
  const span = highest - lowest
  if (lowest <= 0) return { start: Math.min(lowest, 0), end: Math.max(highest, 1e-9) }
  if (span > highest * SMALL_STEPS || span === 0) return { start: 0, end: highest }
  const round = 10 ** Math.floor(Math.log10(span))
  return { start: Math.max(0, Math.floor((lowest - span) / round) * round), end: highest }
}
