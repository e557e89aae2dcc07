import type { Frame } from './drawing.ts'
import { INK } from './palette.ts'
import { svgElement } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'

/** The sample before a name, in pixels. */
export const SWATCH = 16

const GAP = 18

/** The names of parts or lines, as many on a line as fit; `sample` draws what stands before each. */
export function drawKey(
  names: readonly string[],
  frame: Frame,
  sample: (x: number, y: number, index: number) => readonly SVGElement[],
): { readonly drawing: SVGElement; readonly height: number } {
  let x = 0
  let y = 0
  let bottom = 0
  const drawn = names.flatMap((name, index) => {
    const lines = wrapText(name, frame.width - SWATCH - 6, frame.fontSize)
    const width = SWATCH + 6 + Math.max(...lines.map((line) => textWidth(line, frame.fontSize)))
    if (x > 0 && x + width > frame.width) {
      x = 0
      y = bottom
    }
    const words = lines.map((line, row) =>
      svgElement(
        frame.document,
        'text',
        {
          x: x + SWATCH + 6,
          y: y + SWATCH - 1 + row * frame.lineHeight,
          fill: INK,
          'text-anchor': 'start',
        },
        [line],
      ),
    )
    const own = [...sample(x, y, index), ...words]
    bottom = Math.max(bottom, y + lines.length * frame.lineHeight + 8)
    x += width + GAP
    return own
  })
  return { drawing: svgElement(frame.document, 'g', {}, drawn), height: bottom + 4 }
}
