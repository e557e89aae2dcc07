import type { Sample } from './draw-key.ts'
import type { Frame } from './frame.ts'
import { seriesColour } from './palette.ts'
import { svgElement } from './svg.ts'

/** The mark of a line, so that lines differ without colour too; with its outline for a sample. */
const MARKS = [
  ['circle', 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0'],
  ['square', 'M-3.5 -3.5h7v7h-7z'],
  ['triangle', 'M0 -4.5L4.5 3.5H-4.5z'],
  ['diamond', 'M0 -5L4 0L0 5L-4 0z'],
  ['star', 'M0 -5L1.3 -1.6L4.8 -1.5L2 .7L3 4.1L0 2.1L-3 4.1L-2 .7L-4.8 -1.5L-1.3 -1.6z'],
  ['cross', 'M-1.5 -4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z'],
] as const

const DASHES = ['none', '8 4', '2 4', '10 3 2 3', '14 4', '5 2 2 2'] as const

const SAMPLE = 34

export function seriesMark(index: number): (typeof MARKS)[number][0] {
  return markOf(index)[0]
}

/** The dashes of a line: who sees no colours tells lines apart by these too. */
export function seriesDash(index: number): string {
  return DASHES[index % DASHES.length] ?? 'none'
}

/** A piece of a line with its mark, to stand before its name. */
export function seriesSample({ document }: Frame): Sample {
  return {
    width: SAMPLE,
    draw: (x, middle, index) => [
      svgElement(document, 'path', {
        d: `M${x} ${middle}H${x + SAMPLE}`,
        stroke: seriesColour(index),
        'stroke-width': 2.5,
        'stroke-dasharray': seriesDash(index),
      }),
      drawMark(document, index, x + SAMPLE / 2, middle),
    ],
  }
}

export function drawMark(document: Document, index: number, x: number, y: number): SVGElement {
  return svgElement(document, 'path', {
    d: markOf(index)[1],
    fill: seriesColour(index),
    transform: `translate(${x},${y})`,
  })
}

function markOf(index: number) {
  return MARKS[index % MARKS.length] as (typeof MARKS)[number]
}
