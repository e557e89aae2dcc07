import { capital } from '../wording/capital.ts'
import type {
  Chart,
  ChartDatum,
  ChartKind,
  ChartOptions,
  ChartSpec,
  ChartTable,
} from './chart-spec.ts'
import { describeChart } from './describe-chart.ts'
import { drawBars } from './draw-bars.ts'
import { drawLines } from './draw-lines.ts'
import { drawStack } from './draw-stack.ts'
import { drawWaterfall } from './draw-waterfall.ts'
import type { Draw } from './drawing.ts'
import { INK } from './palette.ts'
import { svgElement, writeSvg } from './svg.ts'

const DRAW = {
  bar: drawBars,
  'stacked-bar': drawStack,
  line: drawLines,
  waterfall: drawWaterfall,
} satisfies Record<ChartKind, Draw>

const FONT = "'Source Sans 3', 'Source Sans Pro', system-ui, 'Segoe UI', sans-serif"

/**
 * Draws a chart: the drawing as SVG text, and its story as title, description and table.
 * The same input gives the same text, in a browser and on a server.
 */
export function chart(
  spec: ChartSpec,
  data: readonly ChartDatum[],
  { document, width = 640, fontFamily = FONT }: ChartOptions,
): Chart {
  const description = describeChart(spec, data)
  const fontSize = width < 500 ? 13 : 14
  const frame = { document, width, fontSize, lineHeight: Math.round(fontSize * 1.25) }
  const drawing =
    data.length === 0 ? emptyDrawing(document, width) : DRAW[spec.kind](spec, data, frame)
  const root = svgElement(
    document,
    'svg',
    {
      viewBox: drawing.getAttribute('viewBox') ?? '',
      width,
      height: drawing.getAttribute('height') ?? '',
      role: 'img',
      'font-family': fontFamily,
      'font-size': fontSize,
      'text-anchor': 'middle',
      fill: INK,
    },
    [
      svgElement(document, 'title', { id: `${spec.id}-titel` }, [spec.title]),
      svgElement(document, 'desc', { id: `${spec.id}-uitleg` }, [description]),
      ...drawing.children,
    ],
  )
  // Names for assistive technology come back after the writer has dropped those of Plot's parts.
  const named = writeSvg(root).replace(
    '<svg ',
    `<svg xmlns="http://www.w3.org/2000/svg" aria-labelledby="${spec.id}-titel ${spec.id}-uitleg" `,
  )
  return { svg: named, title: spec.title, description, table: chartTable(spec, data) }
}

function emptyDrawing(document: Document, width: number): Element {
  return svgElement(document, 'svg', { viewBox: `0 0 ${width} 40`, height: 40 }, [
    svgElement(document, 'text', { x: width / 2, y: 25 }, ['Geen gegevens']),
  ])
}

/** The data as a table: categories down; the parts or lines across where there are any. */
function chartTable(spec: ChartSpec, data: readonly ChartDatum[]): ChartTable {
  const series = [...new Set(data.map((datum) => datum.series))]
  const categories = [...new Set(data.map(({ category }) => category))]
  return {
    head: [spec.categoryLabel, ...series.map((name) => name ?? capital(spec.unit))],
    rows: categories.map((category) => [
      category,
      ...series.map(
        (name) =>
          data.find((datum) => datum.category === category && datum.series === name)?.text ?? '–',
      ),
    ]),
  }
}
