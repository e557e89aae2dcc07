import { barX, plot, ruleX, text } from '@observablehq/plot'
import type { ChartDatum } from './chart-spec.ts'
import { labelColumn, labelMark } from './draw-bars.ts'
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
  const key = drawKey(series, spec.id, frame)
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
        },
      ),
    ],
  })
  bars.prepend(key.patterns)
  bars.append(key.names)
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

/** The names of the parts, as many on a line as fit. */
function drawKey(series: readonly string[], id: string, frame: Frame) {
  const swatch = 16
  let x = 0
  let y = 0
  const line = frame.lineHeight + 8
  const names = series.flatMap((name, index) => {
    const width = swatch + 6 + textWidth(name, frame.fontSize) + 18
    if (x > 0 && x + width > frame.width) {
      x = 0
      y += line
    }
    const box = { x, y: y + 2, width: swatch, height: swatch }
    const drawn = [
      svgElement(frame.document, 'rect', { ...box, fill: seriesColour(index) }),
      svgElement(frame.document, 'rect', { ...box, fill: patternOf(id, index) }),
      svgElement(
        frame.document,
        'text',
        { x: x + swatch + 6, y: y + swatch - 1, fill: INK, 'text-anchor': 'start' },
        [name],
      ),
    ]
    x += width
    return drawn
  })
  const patterns = PATTERNS.flatMap((shapes, index) =>
    shapes.length === 0 || index >= series.length
      ? []
      : [pattern(shapes, `${id}-patroon-${index}`)],
  )
  return {
    height: y + line + 4,
    names: svgElement(frame.document, 'g', {}, names),
    patterns: svgElement(frame.document, 'defs', {}, patterns),
  }

  function pattern(shapes: (typeof PATTERNS)[number], name: string) {
    const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' }
    const white = { stroke: '#fff', 'stroke-opacity': 0.45, 'stroke-width': 1.2 }
    return svgElement(
      frame.document,
      'pattern',
      { id: name, ...size },
      shapes.map(([shape, attributes]) =>
        svgElement(frame.document, shape, {
          ...attributes,
          ...(shape === 'circle'
            ? { fill: '#fff', 'fill-opacity': 0.5 }
            : { fill: 'none', ...white }),
        }),
      ),
    )
  }
}
