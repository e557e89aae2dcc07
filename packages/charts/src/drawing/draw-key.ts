import type { Frame } from './frame.ts'
import { svgElement } from './svg.ts'
import { widest, wrapText } from './text-width.ts'

const GAP = 18
const ROW_GAP = 6

/** The sample before a name, `width` pixels wide, around a height. */
export interface Sample {
  readonly width: number
  readonly draw: (x: number, middle: number, index: number) => readonly SVGElement[]
}

/** The names of parts or lines, as many on a line as fit, each behind its sample. */
export function drawKey(
  names: readonly string[],
  frame: Frame,
  sample: Sample,
): { readonly drawing: SVGElement; readonly height: number } {
  const { document, fontSize, lineHeight } = frame
  const indent = sample.width + 6
  let x = 0
  let y = 0
  let bottom = 0
  const drawn = names.flatMap((name, index) => {
    const lines = wrapText(name, frame.width - indent, fontSize)
    const width = indent + widest(lines, fontSize)
    if (x > 0 && x + width > frame.width) {
      x = 0
      y = bottom
    }
    const own = [
      ...sample.draw(x, y + lineHeight / 2 + 1, index),
      ...nameLines(lines, x + indent, y + lineHeight / 2 + 1, frame),
    ]
    bottom = Math.max(bottom, y + lines.length * lineHeight + ROW_GAP)
    x += width + GAP
    return own
  })
  return { drawing: svgElement(document, 'g', {}, drawn), height: bottom + 4 }
}

/** A name in lines, of which the first stands at a height. */
export function nameLines(
  lines: readonly string[],
  x: number,
  middle: number,
  { document, fontSize, lineHeight }: Frame,
): readonly SVGElement[] {
  return lines.map((line, row) => {
    const y = Math.round((middle + fontSize * 0.34 + row * lineHeight) * 100) / 100
    return svgElement(document, 'text', { x, y, 'text-anchor': 'start' }, [line])
  })
}
