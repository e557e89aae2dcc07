import type { ChartSpec, ChartTable } from './chart-spec.ts'
import { chartTable } from './chart-table.ts'
import { isEmpty } from './chart-words.ts'
import { describeChart } from './describe-chart.ts'
import { drawBars } from './drawing/draw-bars.ts'
import { drawLines } from './drawing/draw-lines.ts'
import { drawMap } from './drawing/draw-map.ts'
import { drawStacked } from './drawing/draw-stacked.ts'
import { drawWaterfall } from './drawing/draw-waterfall.ts'
import type { Frame } from './drawing/frame.ts'
import { ink } from './drawing/palette.ts'
import { strip, svgElement } from './drawing/svg.ts'
import { formatFigure, type NumberKind } from './notation/number.ts'

export interface Canvas {
  /** The page's own, or one of `linkedom` on a server. */
  readonly document: Document
  /** Unique on its page: the ids inside the drawing begin with it. */
  readonly id: string
  /** Pixels. Under 500 is a phone: names then go above what they name. */
  readonly width: number
  /** Pixels; 15 unless told. */
  readonly fontSize?: number
  /** Of the page or of print, which brings the files of the letter. */
  readonly fontFamily?: string
  /** How numbers are written that nobody wrote before: those of an axis, the sum of a bar. */
  readonly write?: (value: number, kind: NumberKind) => string
}

/** A drawing with its words and its data: each of them tells the whole story. */
export interface DrawnChart {
  readonly svg: SVGSVGElement
  readonly title: string
  readonly description: string
  readonly table: ChartTable
}

const FONT = "'Source Sans 3', 'Source Sans Pro', system-ui, 'Segoe UI', sans-serif"

/**
 * Draws a chart, and gives with it all that makes it readable without seeing it.
 * Pure: the same spec and canvas give the same drawing, in a browser and on a server.
 */
export function drawChart(spec: ChartSpec, canvas: Canvas): DrawnChart {
  const { document, id, width, fontSize = 15, fontFamily = FONT, write = formatFigure } = canvas
  const lineHeight = Math.round(fontSize * 1.25)
  const frame: Frame = { document, id, width, fontSize, lineHeight, write }
  const drawing = isEmpty(spec) ? drawNothing(frame) : draw(spec, frame)
  const description = describeChart(spec)
  const svg = svgElement(
    document,
    'svg',
    {
      'aria-labelledby': `${id}-titel ${id}-uitleg`,
      viewBox: drawing.getAttribute('viewBox') ?? '',
      width,
      height: drawing.getAttribute('height') ?? '',
      role: 'img',
      'font-family': fontFamily,
      'font-size': fontSize,
      'text-anchor': 'middle',
      fill: ink,
    },
    [
      svgElement(document, 'title', { id: `${id}-titel` }, [spec.title]),
      svgElement(document, 'desc', { id: `${id}-uitleg` }, [description]),
      ...strip(drawing),
    ],
  ) as SVGSVGElement
  return { svg, title: spec.title, description, table: chartTable(spec) }
}

function draw(spec: ChartSpec, frame: Frame): Element {
  switch (spec.kind) {
    case 'bars':
      return drawBars(spec, frame)
    case 'line':
      return drawLines(spec, frame)
    case 'stacked':
      return drawStacked(spec, frame)
    case 'waterfall':
      return drawWaterfall(spec, frame)
    case 'map':
      return drawMap(spec, frame)
  }
}

function drawNothing({ document, width }: Frame): Element {
  return svgElement(document, 'svg', { viewBox: `0 0 ${width} 40`, height: 40 }, [
    svgElement(document, 'text', { x: width / 2, y: 25 }, ['Geen gegevens']),
  ])
}
