import { barX, ruleX, text } from '@observablehq/plot'
import type { ChartValue, StackedSpec } from '../chart-spec.ts'
import { writeValue } from '../chart-words.ts'
import type { NumberKind } from '../notation/number.ts'
import { drawKey } from './draw-key.ts'
import { type Frame, plotIn } from './frame.ts'
import { nameRows, roomBehind } from './name-rows.ts'
import { ghost, ink, seriesColour } from './palette.ts'
import { patternFill, patternsOf } from './patterns.ts'
import { svgElement } from './svg.ts'
import { textWidth } from './text-width.ts'

const BAR = 24
const SWATCH = 16

/** Bars in parts, the number in each part that has room for it, the total at the end. */
export function drawStacked(spec: StackedSpec, frame: Frame): Element {
  const rows = spec.rows.map((row, index) => ({ ...row, index, ...totalOf(row.values) }))
  const names = nameRows(rows, frame, BAR)
  const { band, middle, insets, marginLeft } = names
  const key = drawKey(spec.parts, frame, {
    width: SWATCH,
    draw: (x, at, index) =>
      [seriesColour(index), patternFill(frame.id, index)].map((fill) =>
        svgElement(frame.document, 'rect', {
          x,
          y: at - SWATCH / 2,
          width: SWATCH,
          height: SWATCH,
          fill,
        }),
      ),
  })
  const totals = rows.filter(({ isWhole }) => isWhole)
  const sayTotal = ({ total }: { readonly total: number }) => frame.write(total, spec.format)
  const marginRight = roomBehind(totals.map(sayTotal), frame)
  const most = Math.max(...rows.map(({ total }) => total), 1)
  const scale = (frame.width - marginLeft - marginRight) / most
  const parts = rows.flatMap((row) => piecesOf(row.index, row.values, spec.format, frame))
  const saidWidth = ({ said }: Part) => textWidth(said, frame.fontSize) + 4
  const wide = parts.filter((part) => (part.to - part.from) * scale > saidWidth(part) + 4)
  const drawing = plotIn(frame, {
    height: rows.length * band + key.height + 4,
    marginLeft,
    marginRight,
    marginTop: key.height + 2,
    marginBottom: 2,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, type: 'band', padding: 0, domain: rows.map(({ index }) => index) },
    marks: [
      barX(parts, { x1: 'from', x2: 'to', y: 'index', fill: 'colour', insetRight: 1.5, ...insets }),
      barX(
        parts.filter(({ fill }) => fill !== 'none'),
        { x1: 'from', x2: 'to', y: 'index', fill: 'fill', insetRight: 1.5, ...insets },
      ),
      // The plain colour under a number keeps the pattern away from it.
      barX(wide, {
        x1: (part: Part) => centre(part) - saidWidth(part) / 2 / scale,
        x2: (part: Part) => centre(part) + saidWidth(part) / 2 / scale,
        y: 'index',
        fill: 'colour',
        insetTop: insets.insetTop + 3,
        insetBottom: insets.insetBottom + 3,
      }),
      text(wide, {
        x: centre,
        y: 'index',
        text: 'said',
        dy: middle,
        fontWeight: 600,
        fill: 'white',
      }),
      ...(names.above ? [] : [ruleX([0], { stroke: ghost })]),
      text(totals, {
        x: 'total',
        y: 'index',
        text: sayTotal,
        textAnchor: 'start',
        dx: 8,
        dy: middle,
        fontWeight: 600,
        fill: ink,
      }),
      ...names.marks,
    ],
  })
  drawing.prepend(patternsOf(frame.document, frame.id, spec.parts.length))
  drawing.append(key.drawing)
  return drawing
}

/** What the parts come to; of a row with a part that may not be shown that is not told. */
function totalOf(values: readonly ChartValue[]) {
  return {
    total: values.reduce((sum, { value }) => sum + (value ?? 0), 0),
    isWhole: values.every(({ value }) => value !== null),
  }
}

interface Part {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly said: string
  readonly colour: string
  readonly fill: string
}

function centre({ from, to }: Part): number {
  return (from + to) / 2
}

function piecesOf(
  index: number,
  values: readonly ChartValue[],
  format: NumberKind,
  { id }: Frame,
): readonly Part[] {
  let from = 0
  return values.flatMap((at, part) => {
    if (!at.value) return []
    const to = from + at.value
    const piece = {
      index,
      from,
      to,
      said: writeValue(at, format),
      colour: seriesColour(part),
      fill: patternFill(id, part),
    }
    from = to
    return [piece]
  })
}
