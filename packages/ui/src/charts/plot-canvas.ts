import { type PlotOptions, plot } from '@observablehq/plot'
import { fontFamily, fontSize, textWidth } from './chart-text.ts'
import type { Canvas } from './draw-chart.ts'
import { ink } from './palette.ts'

/** Plots with what every chart has in common, and gives the drawing itself. */
export function plotOn(canvas: Canvas, options: PlotOptions): SVGSVGElement {
  return plot({
    document: canvas.document,
    width: canvas.width,
    className: 'tijdig-plot',
    ...options,
  }) as SVGSVGElement
}

export interface LegendItem {
  readonly label: string
  readonly colour: string
  /** Given: a piece of the line with these dashes stands for it, instead of a square. */
  readonly dash?: string
}

const ROW = 24
const SWATCH = 14
const SAMPLE = 34

/** Height that a legend takes at a width. */
export function legendHeight(items: readonly LegendItem[], width: number): number {
  return placeLegend(items, width).rows * ROW + 8
}

/** Draws coloured squares with their names at the top of a drawing that kept room for them. */
export function addLegend(
  svg: SVGSVGElement,
  canvas: Canvas,
  items: readonly LegendItem[],
): SVGSVGElement {
  for (const { item, x, y } of placeLegend(items, canvas.width).places) {
    svg.appendChild(sample(canvas.document, item, x, y))
    const label = element(canvas.document, 'text', {
      x: x + sampleWidth(item) + 6,
      y: y + 12,
      'font-size': fontSize,
      'font-family': fontFamily,
      'text-anchor': 'start',
      fill: ink,
    })
    label.textContent = item.label
    svg.appendChild(label)
  }
  return svg
}

function placeLegend(items: readonly LegendItem[], width: number) {
  const places: { item: LegendItem; x: number; y: number }[] = []
  let x = 0
  let row = 0
  for (const item of items) {
    const wide = sampleWidth(item) + 6 + textWidth(item.label) + 20
    if (x > 0 && x + wide - 20 > width) {
      x = 0
      row += 1
    }
    places.push({ item, x, y: row * ROW })
    x += wide
  }
  return { places, rows: items.length === 0 ? 0 : row + 1 }
}

function sampleWidth(item: LegendItem): number {
  return item.dash === undefined ? SWATCH : SAMPLE
}

function sample(document: Document, item: LegendItem, x: number, y: number): SVGElement {
  if (item.dash === undefined)
    return element(document, 'rect', {
      x,
      y,
      width: SWATCH,
      height: SWATCH,
      rx: 2,
      fill: item.colour,
    })
  return element(document, 'line', {
    x1: x,
    x2: x + SAMPLE,
    y1: y + SWATCH / 2,
    y2: y + SWATCH / 2,
    stroke: item.colour,
    'stroke-width': 3,
    'stroke-dasharray': item.dash,
  })
}

function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
