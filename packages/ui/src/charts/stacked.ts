import { barX, ruleX, text } from '@observablehq/plot'
import { formatFigure } from '../format/number.ts'
import type { StackedSpec } from './chart-spec.ts'
import { fontFamily, fontSize, textWidth, widest, wrapText } from './chart-text.ts'
import type { Canvas } from './draw-chart.ts'
import { ghost, ink, seriesColour } from './palette.ts'
import { addLegend, legendHeight, plotOn } from './plot-canvas.ts'

const BAR = 24

/** Bars in parts, the number in each part that has room for it, the total at the end. */
export function drawStacked(spec: StackedSpec, canvas: Canvas): SVGSVGElement {
  const legend = spec.parts.map((label, index) => ({ label, colour: seriesColour(index) }))
  const marginTop = legendHeight(legend, canvas.width) + 8
  const rows = spec.rows.map((row, index) => ({
    ...row,
    index,
    total: row.values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  }))
  const labelWidth = widest(rows.map((row) => row.label)) + 12
  const above = labelWidth > canvas.width * 0.42
  const labelHeight = above
    ? 20 * Math.max(1, ...rows.map((row) => wrapText(row.label, canvas.width).length))
    : 0
  const band = BAR + 14 + labelHeight
  const top = 6 + (above ? labelHeight + 6 : 0)
  const marginLeft = above ? 1 : labelWidth
  const marginRight = widest(rows.map((row) => formatFigure(row.total, spec.format))) + 14
  const most = Math.max(1, ...rows.map((row) => row.total))
  const scale = (canvas.width - marginLeft - marginRight) / most
  const insets = { insetTop: top, insetBottom: band - top - BAR }
  const svg = plotOn(canvas, {
    height: Math.max(1, rows.length) * band + marginTop + 4,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: 2,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, type: 'band', padding: 0, domain: rows.map((row) => row.index) },
    marks: [
      barX(pieces(rows), {
        x1: 'from',
        x2: 'to',
        y: 'index',
        fill: 'colour',
        stroke: 'white',
        strokeWidth: 1,
        ...insets,
      }),
      text(
        pieces(rows).filter(
          (piece) =>
            (piece.to - piece.from) * scale > textWidth(formatFigure(piece.value, spec.format)) + 8,
        ),
        {
          x: (piece: Piece) => (piece.from + piece.to) / 2,
          y: 'index',
          text: (piece: Piece) => formatFigure(piece.value, spec.format),
          dy: top + BAR / 2 - band / 2,
          fontFamily,
          fontSize: 14,
          fontWeight: 600,
          fill: 'white',
        },
      ),
      ...(above ? [] : [ruleX([0], { stroke: ghost })]),
      text(rows, {
        x: 'total',
        y: 'index',
        text: (row: { total: number }) => formatFigure(row.total, spec.format),
        textAnchor: 'start',
        dx: 8,
        dy: top + BAR / 2 - band / 2,
        fontFamily,
        fontSize,
        fontWeight: 600,
        fill: ink,
      }),
      text(rows, {
        x: 0,
        y: 'index',
        text: (row: { label: string }) =>
          above ? wrapText(row.label, canvas.width).join('\n') : row.label,
        textAnchor: above ? 'start' : 'end',
        lineAnchor: above ? 'bottom' : 'middle',
        dx: above ? 0 : -10,
        dy: above ? top - 8 - band / 2 : top + BAR / 2 - band / 2,
        fontFamily,
        fontSize,
        lineHeight: 1.2,
        fill: ink,
      }),
    ],
  })
  return addLegend(svg, canvas, legend)
}

interface Piece {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly value: number
  readonly colour: string
}

function pieces(
  rows: readonly { readonly index: number; readonly values: readonly (number | null)[] }[],
): Piece[] {
  return rows.flatMap((row) => {
    let from = 0
    return row.values.flatMap((value, part) => {
      if (value === null || value === 0) return []
      const piece = { index: row.index, from, to: from + value, value, colour: seriesColour(part) }
      from += value
      return [piece]
    })
  })
}
