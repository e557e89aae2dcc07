import { barX, ruleX, text } from '@observablehq/plot'
import { formatDifference, formatFigure } from '../format/number.ts'
import type { WaterfallSpec } from './chart-spec.ts'
import { fontFamily, fontSize, widest, wrapText } from './chart-text.ts'
import type { Canvas } from './draw-chart.ts'
import { ghost, ink, partColours, softInk } from './palette.ts'
import { plotOn } from './plot-canvas.ts'

const BAR = 26

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
export function drawWaterfall(spec: WaterfallSpec, canvas: Canvas): SVGSVGElement {
  const rows = waterfallRows(spec)
  const [start, end] = waterfallSpan(rows)
  const cut = start > 0
  const labelWidth = widest(rows.map((row) => row.label)) + 12
  const above = labelWidth > canvas.width * 0.42
  const labelHeight = above
    ? 20 * Math.max(1, ...rows.map((row) => wrapText(row.label, canvas.width).length))
    : 0
  const band = BAR + 14 + labelHeight
  const top = 7 + (above ? labelHeight + 6 : 0)
  const middle = top + BAR / 2 - band / 2
  const insets = { insetTop: top, insetBottom: band - top - BAR }
  const height = rows.length * band
  return plotOn(canvas, {
    height: height + (cut ? 30 : 6),
    marginLeft: above ? 1 : labelWidth,
    marginRight: widest(rows.map((row) => row.said)) + 16,
    marginTop: 2,
    marginBottom: cut ? 28 : 4,
    x: { axis: null, domain: [start, end] },
    y: { axis: null, type: 'band', padding: 0, domain: rows.map((row) => row.index) },
    marks: [
      barX(rows, {
        x1: (row: Row) => Math.max(start, Math.min(row.from, row.to)),
        x2: (row: Row) => Math.max(row.from, row.to),
        y: 'index',
        fill: 'colour',
        ...insets,
      }),
      ...(cut
        ? [
            text(
              rows.filter((row) => row.total),
              {
                x: start,
                y: 'index',
                text: () => '/\u200a/',
                dx: 16,
                dy: middle,
                fontFamily,
                fontSize: 30,
                fontWeight: 600,
                fill: 'white',
              },
            ),
            text([`De balken zijn links afgekapt bij ${formatFigure(start, spec.format, 1)}.`], {
              frameAnchor: 'bottom-left',
              dy: 24,
              fontFamily,
              fontSize: 14,
              fill: softInk,
            }),
          ]
        : []),
      // A thin line carries each level on to the next bar.
      ruleX(rows.slice(0, -1), {
        x: (row: Row) => row.to,
        y1: 'index',
        y2: 'index',
        stroke: ghost,
        insetTop: top + BAR,
        insetBottom: -top,
      }),
      text(rows, {
        x: (row: Row) => Math.max(row.from, row.to),
        y: 'index',
        text: 'said',
        textAnchor: 'start',
        dx: 8,
        dy: middle,
        fontFamily,
        fontSize,
        fontWeight: 600,
        fill: ink,
      }),
      text(rows, {
        x: start,
        y: 'index',
        text: (row: Row) => (above ? wrapText(row.label, canvas.width).join('\n') : row.label),
        textAnchor: above ? 'start' : 'end',
        lineAnchor: above ? 'bottom' : 'middle',
        dx: above ? 0 : -10,
        dy: above ? top - 8 - band / 2 : middle,
        fontFamily,
        fontSize,
        lineHeight: 1.2,
        fill: ink,
        stroke: 'white',
        strokeWidth: 4,
      }),
    ],
  })
}

/** The bars of a waterfall: where each begins and ends, and what is said at its end. */
export function waterfallRows(spec: WaterfallSpec): Row[] {
  const whole = (label: string, value: number, index: number): Row => ({
    index,
    label,
    from: 0,
    to: value,
    said: formatFigure(value, spec.format, 1),
    colour: softInk,
    total: true,
  })
  let level = spec.from.value
  const steps = spec.steps.map((step, index) => {
    const from = level
    level += step.value
    return {
      index: index + 1,
      label: step.label,
      from,
      to: level,
      said: formatDifference(step.value, spec.format),
      colour: partColours[step.part],
      total: false,
    }
  })
  return [
    whole(spec.from.label, spec.from.value, 0),
    ...steps,
    whole(spec.to.label, spec.to.value, steps.length + 1),
  ]
}

/** The part of the axis that is drawn: from zero, unless the steps would be too thin to see. */
function waterfallSpan(rows: readonly Row[]): [number, number] {
  const levels = rows.flatMap((row) => (row.total ? [row.to] : [row.from, row.to]))
  const low = Math.min(...levels)
  const high = Math.max(...levels)
  if (high <= 0) return [0, 1]
  const spread = high - low
  if (spread === 0 || spread / high > 0.25 || low <= 0) return [Math.min(0, low), high]
  return [roundDown(Math.max(0, low - spread * 0.8), spread), high]
}

function roundDown(value: number, spread: number): number {
  const size = 10 ** Math.floor(Math.log10(spread))
  return Math.max(0, Math.floor(value / size) * size)
}
