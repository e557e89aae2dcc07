import { barX, ruleX, text } from '@observablehq/plot'
import type { WaterfallSpec } from '../chart-spec.ts'
import { realSteps, writeLevel, writeStep } from '../chart-words.ts'
import { type Frame, plotIn } from './frame.ts'
import { nameRows, roomBehind } from './name-rows.ts'
import { ghost, ink, partColours, quiet } from './palette.ts'
import { svgElement } from './svg.ts'
import { wrapText } from './text-width.ts'

const BAR = 24
/** Below this part of the whole, steps would be too thin to see on a scale that begins at zero. */
const SMALL_STEPS = 0.25

interface Row {
  readonly index: number
  readonly label: string
  readonly from: number
  readonly to: number
  readonly said: string
  readonly colour: string
  readonly total: boolean
}

/**
 * From one reading to another, top to bottom, a bar for each reason. Where the steps are small
 * beside the whole, the whole is cut off at the left, and drawn and said to be so.
 */
export function drawWaterfall(spec: WaterfallSpec, frame: Frame): Element {
  const rows = waterfallRows(spec)
  const [start, end] = waterfallSpan(rows)
  const names = nameRows(rows, frame, BAR)
  const { band, middle, insets, marginLeft } = names
  const note = start > 0 ? cutNote(frame.write(start, spec.format), frame) : []
  const drawing = plotIn(frame, {
    height: rows.length * band + note.length * frame.lineHeight + (note.length > 0 ? 10 : 4),
    marginLeft,
    marginRight: roomBehind(
      rows.map(({ said }) => said),
      frame,
    ),
    marginTop: 2,
    marginBottom: note.length * frame.lineHeight + (note.length > 0 ? 8 : 2),
    x: { axis: null, domain: [start, end] },
    y: { axis: null, type: 'band', padding: 0, domain: rows.map(({ index }) => index) },
    marks: [
      barX(rows, {
        x1: ({ from, to }: Row) => Math.max(start, Math.min(from, to)),
        x2: ({ from, to }: Row) => Math.max(from, to),
        y: 'index',
        fill: 'colour',
        ...insets,
      }),
      // A thin line carries each level on to the next bar, but for the name that stands between.
      ruleX(rows.slice(0, -1), {
        x: 'to',
        y1: 'index',
        y2: 'index',
        stroke: ghost,
        insetTop: names.barTop + BAR,
      }),
      ruleX(rows.slice(1), {
        x: ({ index }: Row) => rows[index - 1]?.to,
        y1: 'index',
        y2: 'index',
        stroke: ghost,
        insetTop: names.nameBottom,
        insetBottom: band - names.barTop,
      }),
      text(rows, {
        x: ({ from, to }: Row) => Math.max(from, to),
        y: 'index',
        text: 'said',
        textAnchor: 'start',
        dx: 8,
        dy: middle,
        fontWeight: 600,
        fill: ink,
      }),
      ...names.marks,
    ],
  })
  if (note.length > 0) {
    drawing.append(...rows.flatMap((row) => (row.total ? [cutMark(row.index)] : [])))
    drawing.append(...note)
  }
  return drawing

  /** Two white strokes through the foot of a bar that begins left of where it is drawn. */
  function cutMark(index: number): SVGElement {
    const top = 2 + index * band + names.barTop
    const strokes = [9, 17].map((x) => `M${marginLeft + x} ${top + BAR + 1}l8 ${-BAR - 2}`)
    return svgElement(frame.document, 'path', {
      d: strokes.join(''),
      fill: 'none',
      stroke: 'white',
      'stroke-width': 3,
    })
  }

  function cutNote(from: string, { document, width, fontSize, lineHeight }: Frame): SVGElement[] {
    const words = `De balken zijn links afgekapt: de schaal begint bij ${from}, niet bij 0.`
    return wrapText(words, width, fontSize).map((line, row) => {
      const y = rows.length * band + 4 + (row + 1) * lineHeight - 2
      return svgElement(document, 'text', { x: 1, y, 'text-anchor': 'start', fill: quiet }, [line])
    })
  }
}

/** The bars of a waterfall: where each begins and ends, and what is said at its end. */
export function waterfallRows(spec: WaterfallSpec): Row[] {
  const level = ({ label, value }: WaterfallSpec['from'], index: number, said: string): Row => ({
    index,
    label,
    from: 0,
    to: value,
    said,
    colour: quiet,
    total: true,
  })
  let at = spec.from.value
  const steps = realSteps(spec).map((step, index) => {
    const from = at
    at += step.value
    return {
      index: index + 1,
      label: step.label,
      from,
      to: at,
      said: writeStep(step, spec.format),
      colour: partColours[step.part],
      total: false,
    }
  })
  return [
    level(spec.from, 0, writeLevel(spec.from, spec.format)),
    ...steps,
    level(spec.to, steps.length + 1, writeLevel(spec.to, spec.format)),
  ]
}

/** The part of the axis that is drawn: from zero, unless the steps would be too thin to see. */
function waterfallSpan(rows: readonly Row[]): [number, number] {
  const levels = rows.flatMap((row) => (row.total ? [row.to] : [row.from, row.to]))
  const low = Math.min(...levels)
  const high = Math.max(...levels)
  const spread = high - low
  if (low <= 0 || spread === 0 || spread > high * SMALL_STEPS)
    return [Math.min(0, low), Math.max(high, low + 1e-9, 1e-9)]
  return [roundDown(Math.max(0, low - spread), spread), high]
}

function roundDown(value: number, spread: number): number {
  const size = 10 ** Math.floor(Math.log10(spread))
  return Math.max(0, Math.floor(value / size) * size)
}
