import { axisY, dot, gridY, line, plot, ruleY, text } from '@observablehq/plot'
import { isMonth, isQuarter, shortMonth } from '../wording/dutch-day.ts'
import { formatCount, formatShare } from '../wording/dutch-number.ts'
import type { ChartDatum } from './chart-spec.ts'
import type { Draw, Frame } from './drawing.ts'
import { INK, LINE, seriesColour } from './palette.ts'
import { textWidth } from './text-width.ts'

const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const
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
  const names = series.length > 1 || series[0] !== ''
  const nameWidth = names ? Math.max(...series.map((name) => textWidth(name, frame.fontSize))) : 0
  const ticks = tickLabels(data, categories, frame)
  return plot({
    document: frame.document,
    width: frame.width,
    height: Math.round(frame.width * (frame.width < 500 ? 0.62 : 0.38)),
    marginTop: 26,
    marginBottom: frame.lineHeight * 2 + 14,
    marginLeft: names ? textWidth(String(Math.round(highest)), frame.fontSize) + 22 : 18,
    marginRight: names ? nameWidth + 22 : 18,
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
            symbol: SYMBOLS[index % SYMBOLS.length] as string,
            r: 4,
          },
        ),
      ),
      names
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
      text(names ? lastPoints(known) : [], {
        x: 'at',
        y: 'value',
        text: 'series',
        textAnchor: 'start',
        dx: 10,
        fill: INK,
      }),
    ],
  })
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
