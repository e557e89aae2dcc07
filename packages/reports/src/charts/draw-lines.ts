import { axisY, dot, gridY, line, plot, ruleY, text } from '@observablehq/plot'
import { isMonth, isQuarter, shortMonth } from '../wording/dutch-day.ts'
import { formatCount, formatShare } from '../wording/dutch-number.ts'
import type { ChartDatum } from './chart-spec.ts'
import { drawKey, SWATCH } from './draw-key.ts'
import type { Draw, Frame } from './drawing.ts'
import { INK, LINE, seriesColour } from './palette.ts'
import { svgElement } from './svg.ts'
import { textWidth } from './text-width.ts'

/** The mark of a line, so that lines differ without colour too; with its outline for the key. */
const SYMBOLS = [
  ['circle', 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0'],
  ['square', 'M-3.5 -3.5h7v7h-7z'],
  ['triangle', 'M0 -4.5L4.5 3.5H-4.5z'],
  ['diamond', 'M0 -5L4 0L0 5L-4 0z'],
  ['star', 'M0 -5L1.3 -1.6L4.8 -1.5L2 .7L3 4.1L0 2.1L-3 4.1L-2 .7L-4.8 -1.5L-1.3 -1.6z'],
  ['cross', 'M-1.5 -4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z'],
] as const
const DASHES = ['none', '7 4', '2 3', '10 3 2 3', '4 4', '1 5'] as const

/** Lines over months or quarters, from zero; each line has its name at its end. */
export const drawLines: Draw = (spec, data, frame) => {
  const writeTick = (value: number) =>
    spec.format === 'share' ? formatShare(value) : formatCount(value)
  const categories = [...new Set(data.map(({ category }) => category))]
  const series = [...new Set(data.map((datum) => datum.series ?? ''))]
  const points = data.map((datum) => ({
    ...datum,
    at: categories.indexOf(datum.category),
    line: series.indexOf(datum.series ?? ''),
  }))
  const known = points.filter(({ value }) => value !== null)
  const highest = Math.max(...known.map(({ value }) => value ?? 0), 1e-9)
  const several = series.length > 1 || series[0] !== ''
  const widest = Math.max(...series.map((name) => textWidth(name, frame.fontSize)))
  // A name stands at the end of its line where there is room, else above, with a sample of it.
  const atEnd = several && widest < frame.width * 0.25
  const key = drawKey(several && !atEnd ? series : [], frame, (x, y, index) =>
    sampleOf(x, y, index, frame),
  )
  const ticks = tickLabels(data, categories, frame)
  const drawing = plot({
    document: frame.document,
    width: frame.width,
    height: Math.round(frame.width * (frame.width < 500 ? 0.62 : 0.38)) + key.height,
    marginTop: 26 + key.height,
    marginBottom: frame.lineHeight * 2 + 14,
    marginLeft: several ? textWidth(writeTick(highest), frame.fontSize) + 26 : 18,
    marginRight: atEnd ? widest + 22 : 18,
    x: { type: 'point', axis: null, domain: categories.map((_, index) => index), padding: 0.2 },
    y: { axis: null, domain: [0, highest], nice: true },
    symbol: { type: 'identity' },
    marks: [
      gridY({ stroke: LINE, strokeOpacity: 1, ticks: 4 }),
      ruleY([0], { stroke: INK }),
      ...series.map((_, index) =>
        line(
          points.filter((point) => point.line === index),
          {
            x: 'at',
            y: 'value',
            stroke: seriesColour(index),
            strokeWidth: 2.25,
            strokeDasharray: DASHES[index % DASHES.length] as string,
          },
        ),
      ),
      ...series.map((_, index) =>
        dot(
          known.filter((point) => point.line === index),
          {
            x: 'at',
            y: 'value',
            fill: seriesColour(index),
            symbol: markOf(index)[0],
            r: 4,
          },
        ),
      ),
      several
        ? axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: writeTick })
        : text(labelled(known, frame), {
            x: 'at',
            y: 'value',
            text: 'text',
            dy: -14,
            fill: INK,
            stroke: 'white',
            strokeWidth: 3,
          }),
      text(ticks, {
        x: 'at',
        text: 'label',
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 8,
        fill: INK,
        lineHeight: frame.lineHeight / frame.fontSize,
      }),
      text(atEnd ? lastPoints(known) : [], {
        x: 'at',
        y: 'value',
        text: 'series',
        textAnchor: 'start',
        dx: 10,
        fill: INK,
      }),
    ],
  })
  drawing.append(key.drawing)
  return drawing
}

/** A piece of a line with its mark, to stand before its name. */
function sampleOf(x: number, y: number, index: number, frame: Frame): readonly SVGElement[] {
  const colour = seriesColour(index)
  const dashes = DASHES[index % DASHES.length] as string
  const middle = y + SWATCH / 2 + 1
  return [
    svgElement(frame.document, 'path', {
      d: `M${x} ${middle}H${x + SWATCH}`,
      stroke: colour,
      'stroke-width': 2.25,
      'stroke-dasharray': dashes,
    }),
    svgElement(frame.document, 'path', {
      d: markOf(index)[1],
      fill: colour,
      transform: `translate(${x + SWATCH / 2},${middle})`,
    }),
  ]
}

function markOf(index: number) {
  return SYMBOLS[index % SYMBOLS.length] as (typeof SYMBOLS)[number]
}

interface Point extends ChartDatum {
  readonly at: number
  readonly line: number
}

/** Values stand at each point where there is room, else at the ends, the top and the bottom. */
function labelled(points: readonly Point[], frame: Frame): readonly Point[] {
  const room = frame.width / Math.max(...points.map(({ at }) => at + 1), 1)
  const widest = Math.max(...points.map(({ text }) => textWidth(text, frame.fontSize)), 0)
  if (room > widest + 4) return points
  const values = points.map(({ value }) => value ?? 0)
  const top = points[values.indexOf(Math.max(...values))]
  const bottom = points[values.indexOf(Math.min(...values))]
  return [...new Set([points[0], top, bottom, points.at(-1)].flatMap((point) => point ?? []))]
}

function lastPoints(points: readonly Point[]): readonly Point[] {
  return [...new Set(points.map((point) => point.line))].flatMap(
    (index) => points.filter((point) => point.line === index).at(-1) ?? [],
  )
}

/** Months in three letters, with the year under the first of each year; as many as fit. */
function tickLabels(data: readonly ChartDatum[], categories: readonly string[], frame: Frame) {
  const codes = categories.map(
    (name) => data.find(({ category }) => category === name)?.code ?? name,
  )
  const room = frame.width / codes.length
  const nameOf = (code: string) =>
    isMonth(code) ? shortMonth(code) : isQuarter(code) ? `kw ${code.slice(6)}` : code
  const widest = Math.max(...codes.map((code) => textWidth(nameOf(code), frame.fontSize)))
  const every = Math.ceil((widest + 5) / room)
  let toldYear = ''
  return codes.flatMap((code, at) => {
    if (at % every !== 0) return []
    const period = isMonth(code) || isQuarter(code)
    const year = period && code.slice(0, 4) !== toldYear ? `\n${code.slice(0, 4)}` : ''
    toldYear = code.slice(0, 4)
    return [{ at, label: `${nameOf(code)}${year}` }]
  })
}
