import { drawBars } from './bars.ts'
import type { ChartSpec, ChartTable } from './chart-spec.ts'
import { chartTable } from './chart-table.ts'
import { describeChart } from './describe-chart.ts'
import { drawLine } from './line.ts'
import { drawStacked } from './stacked.ts'
import { drawWaterfall } from './waterfall.ts'

/** Where and how wide to draw: the page's document, or one of a server. Width in pixels. */
export interface Canvas {
  readonly document: Document
  readonly width: number
}

export interface DrawnChart {
  readonly svg: SVGSVGElement
  readonly title: string
  readonly description: string
  readonly table: ChartTable
}

/**
 * Draws a chart, and gives with it all that makes it readable without seeing it.
 * Pure: the same spec and width give the same drawing, in a browser and on a server.
 */
export function drawChart(spec: ChartSpec, canvas: Canvas): DrawnChart {
  const description = describeChart(spec)
  const svg = finish(draw(spec, canvas))
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', `${spec.title}. ${description}`)
  return { svg, title: spec.title, description, table: chartTable(spec) }
}

function draw(spec: ChartSpec, canvas: Canvas): SVGSVGElement {
  switch (spec.kind) {
    case 'bars':
      return drawBars(spec, canvas)
    case 'line':
      return drawLine(spec, canvas)
    case 'stacked':
      return drawStacked(spec, canvas)
    case 'waterfall':
      return drawWaterfall(spec, canvas)
  }
}

/**
 * Plot puts a style element in each drawing, which a strict content security policy refuses,
 * and names on groups that have no role; both have their place elsewhere.
 */
function finish(svg: SVGSVGElement): SVGSVGElement {
  for (const style of [...svg.querySelectorAll('style')]) style.remove()
  for (const named of [...svg.querySelectorAll('[aria-label]')]) named.removeAttribute('aria-label')
  for (const described of [...svg.querySelectorAll('[aria-description]')])
    described.removeAttribute('aria-description')
  return svg
}
