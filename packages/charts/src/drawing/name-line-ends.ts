import { nameLines } from './draw-key.ts'
import { type Frame, isNarrow } from './frame.ts'
import { ghost } from './palette.ts'
import { drawMark } from './series-marks.ts'
import { svgElement } from './svg.ts'
import { widest, wrapText } from './text-width.ts'

/** The last point of a line: which it is, and its height in pixels. */
export interface LineEnd {
  readonly index: number
  readonly at: number
}

/** Between the end of a line and its name: room for a leading line and the line's mark. */
const LEAD = 22
const MARK = 12
const GAP = 6

/**
 * The names of lines at their ends, apart where lines end close together. Undefined where there
 * are none, or no room: then a key stands above.
 */
export function nameLineEnds(names: readonly string[], plotHeight: number, frame: Frame) {
  const { document, fontSize, lineHeight, width } = frame
  const texts = names.map((name) => wrapText(name, width * 0.28, fontSize))
  const heights = texts.map(({ length }) => length * lineHeight + GAP)
  const needed = heights.reduce((sum, height) => sum + height, 0)
  if (names.length === 0 || isNarrow(frame) || needed > plotHeight + 2 * lineHeight)
    return undefined
  const column = widest(texts.flat(), fontSize)
  const room = LEAD + MARK + column + 4
  return { width: room, draw }

  function draw(ends: readonly LineEnd[], top: number): SVGElement {
    const left = width - room
    const drawn = spread(ends, top).flatMap(({ index, at, middle }) => {
      const lines = texts[index] ?? []
      const first = middle - ((lines.length - 1) * lineHeight) / 2
      return [
        svgElement(document, 'path', {
          d: `M${round(left)} ${round(at)}L${round(left + LEAD - 8)} ${round(middle)}`,
          stroke: ghost,
          'stroke-width': 1,
          fill: 'none',
        }),
        drawMark(document, index, round(left + LEAD), round(middle)),
        ...nameLines(lines, round(left + LEAD + MARK), first, frame),
      ]
    })
    return svgElement(document, 'g', {}, drawn)
  }

  /** Each name as near to its line as the others leave it, in the order in which lines end. */
  function spread(ends: readonly LineEnd[], top: number) {
    const order = [...ends].sort((a, b) => a.at - b.at || a.index - b.index)
    let free = top - lineHeight
    const down = order.map((end) => {
      const height = heights[end.index] ?? lineHeight
      const from = Math.max(free, end.at - height / 2)
      free = from + height
      return { ...end, from, height }
    })
    // What was pushed past the foot goes back up, and pushes those above it.
    let foot = top + plotHeight + lineHeight
    return down
      .reverse()
      .map(({ from, height, ...end }) => {
        const start = Math.min(from, foot - height)
        foot = start
        return { ...end, middle: start + height / 2 }
      })
      .reverse()
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
