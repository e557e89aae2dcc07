import { barX, plot, ruleX, text } from '@observablehq/plot'
import type { ChartDatum } from './chart-spec.ts'
import { labelColumn, labelMark } from './draw-bars.ts'
import { drawKey, SWATCH } from './draw-key.ts'
import type { Draw, Frame } from './drawing.ts'
import { INK, seriesColour } from './palette.ts'
import { svgElement } from './svg.ts'
import { textWidth } from './text-width.ts'

/** Stripes and dots over the colours, so that parts differ without colour too. */
const PATTERNS: readonly (readonly (readonly [string, Record<string, number | string>])[])[] = [
  [],
  [['path', { d: 'M0 8L8 0M-2 2L2 -2M6 10L10 6' }]],
  [['circle', { cx: 4, cy: 4, r: 1.4 }]],
  [['path', { d: 'M0 4H8' }]],
  [['path', { d: 'M4 0V8' }]],
  [['path', { d: 'M0 0L8 8M-2 6L2 10M6 -2L10 2' }]],
]

/** Lying bars divided into parts, with the names of the parts above in the same order. */
export const drawStack: Draw = (spec, data, frame) => {
  const categories = [...new Set(data.map(({ category }) => category))]
  const series = [...new Set(data.map((datum) => datum.series ?? ''))]
  const labels = labelColumn(categories, frame)
  const parts = stackParts(data, categories, series)
  const most = Math.max(...parts.map(({ to }) => to), 1e-9)
  const room = frame.width - labels.width - 10
  const key = drawKey(series, frame, (x, y, index) =>
    [seriesColour(index), patternOf(spec.id, index)].map((fill) =>
      svgElement(frame.document, 'rect', { x, y: y + 2, width: SWATCH, height: SWATCH, fill }),
    ),
  )
  const height = categories.length * labels.rowHeight + 8
  const bars = plot({
    document: frame.document,
    width: frame.width,
    height: height + key.height,
    marginTop: 4 + key.height,
    marginBottom: 4,
    marginLeft: labels.width,
    marginRight: 10,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, domain: categories.map((_, row) => row), padding: 0.2 },
    marks: [
      barX(parts, { x1: 'from', x2: 'to', y: 'row', fill: 'colour', insetRight: 1.5 }),
      barX(parts, { x1: 'from', x2: 'to', y: 'row', fill: 'pattern', insetRight: 1.5 }),
      ruleX([0], { stroke: INK }),
      labelMark(labels.lines, frame),
      text(
        parts.filter(
          (part) =>
            ((part.to - part.from) / most) * room > textWidth(part.text, frame.fontSize) + 6,
        ),
        {
          x: (part: Part) => (part.from + part.to) / 2,
          y: 'row',
          text: 'text',
          fill: 'white',
          stroke: 'colour',
          strokeWidth: 4,
          fontWeight: 600,
        },
      ),
    ],
  })
  bars.prepend(patternsOf(spec.id, series.length, frame))
  bars.append(key.drawing)
  return bars
  function stackParts(
    all: readonly ChartDatum[],
    rows: readonly string[],
    order: readonly string[],
  ): readonly Part[] {
    return rows.flatMap((category, row) => {
      let from = 0
      return order.flatMap((name, index) => {
        const datum = all.find((one) => one.category === category && (one.series ?? '') === name)
        if (!datum?.value) return []
        const part = {
          row,
          from,
          to: from + datum.value,
          text: datum.text,
          colour: seriesColour(index),
          pattern: patternOf(spec.id, index),
        }
        from = part.to
        return [part]
      })
    })
  }
}

interface Part {
  readonly row: number
  readonly from: number
  readonly to: number
  readonly text: string
  readonly colour: string
  readonly pattern: string
}

function patternOf(id: string, index: number): string {
  const which = index % PATTERNS.length
  return which === 0 ? 'none' : `url(#${id}-patroon-${which})`
}

function patternsOf(id: string, count: number, frame: Frame): SVGElement {
  const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' }
  const stroke = { fill: 'none', stroke: '#fff', 'stroke-opacity': 0.45, 'stroke-width': 1.2 }
  const fill = { fill: '#fff', 'fill-opacity': 0.5 }
  const patterns = PATTERNS.slice(0, count).flatMap((shapes, index) => {
    if (shapes.length === 0) return []
    const drawn = shapes.map(([shape, attributes]) =>
      svgElement(frame.document, shape, { ...attributes, ...(shape === 'circle' ? fill : stroke) }),
    )
    return [svgElement(frame.document, 'pattern', { id: `${id}-patroon-${index}`, ...size }, drawn)]
  })
  return svgElement(frame.document, 'defs', {}, patterns)
}
