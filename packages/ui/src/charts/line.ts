import { dot, line as lineMark, ruleY, text } from '@observablehq/plot'
import { monthInBrief } from '../format/day.ts'
import { formatFigure } from '../format/number.ts'
import type { LineSpec } from './chart-spec.ts'
import { hasPrevious } from './chart-table.ts'
import { fontFamily, widest } from './chart-text.ts'
import type { Canvas } from './draw-chart.ts'
import { ghost, ink, line, seriesColour, seriesDash, softInk } from './palette.ts'
import { addLegend, legendHeight, plotOn } from './plot-canvas.ts'

const HEIGHT = 260

/** Lines over periods, from zero; a number at each point where there is room for it. */
export function drawLine(spec: LineSpec, canvas: Canvas): SVGSVGElement {
  const points = spec.series.flatMap((one, index) =>
    one.points.map((at) => ({ ...at, series: index })),
  )
  const periods = [...new Set(points.map((at) => at.period))].sort()
  const most = Math.max(0, ...points.flatMap((at) => [at.value ?? 0, at.previous ?? 0]))
  const single = spec.series.length === 1
  const legend = single
    ? []
    : spec.series.map((one, index) => ({
        label: one.label,
        colour: seriesColour(index),
        dash: seriesDash(index),
      }))
  const above = single ? 0 : legendHeight(legend, canvas.width)
  const tickTexts = [0, most].map((value) => formatFigure(value, spec.format))
  const step = canvas.width / Math.max(1, periods.length)
  const everyPoint = single && step > 34
  const before = points.filter(hasPrevious)
  const changed = before.some((at) => at.previous !== at.value)
  const svg = plotOn(canvas, {
    height: HEIGHT + above,
    marginTop: above + 24,
    marginBottom: 44,
    marginLeft: widest(tickTexts, 14) + 14,
    marginRight: 18,
    x: { axis: null, type: 'point', domain: periods, padding: 0.25 },
    y: {
      axis: null,
      domain: [0, spec.format === 'share' ? Math.max(most, 0.01) * 1.05 : Math.max(most, 1) * 1.08],
    },
    marks: [
      ruleY(ticks(most), { stroke: line }),
      text(ticks(most), {
        frameAnchor: 'left',
        x: null,
        y: (value: number) => value,
        text: (value: number) => formatFigure(value, spec.format),
        dx: -10,
        textAnchor: 'end',
        fontFamily,
        fontSize: 14,
        fill: softInk,
      }),
      ruleY([0], { stroke: ghost }),
      ...(single && changed
        ? [
            lineMark(before, {
              x: 'period',
              y: 'previous',
              z: 'series',
              stroke: ghost,
              strokeWidth: 2,
              strokeDasharray: '5 4',
            }),
          ]
        : []),
      ...spec.series.map((one, index) =>
        lineMark(one.points, {
          x: 'period',
          y: 'value',
          stroke: seriesColour(index),
          strokeWidth: 2.5,
          strokeDasharray: seriesDash(index),
        }),
      ),
      dot(points, {
        x: 'period',
        y: 'value',
        r: 4,
        fill: (at: { series: number }) => seriesColour(at.series),
        stroke: 'white',
        strokeWidth: 1.5,
      }),
      text(everyPoint ? points : single ? ends(points) : [], {
        x: 'period',
        y: 'value',
        text: (at: { value: number | null }) =>
          at.value === null ? '' : formatFigure(at.value, spec.format),
        dy: -14,
        fontFamily,
        fontSize: 14,
        fontWeight: 600,
        fill: ink,
        stroke: 'white',
        strokeWidth: 4,
      }),
      text(labelled(periods, step), {
        x: (period: string) => period,
        y: 0,
        text: briefPeriod(periods),
        dy: 10,
        lineAnchor: 'top',
        lineHeight: 1.15,
        fontFamily,
        fontSize: 14,
        fill: softInk,
      }),
    ],
  })
  return addLegend(svg, canvas, legend)
}

/** Round values for the axis, at most five. */
function ticks(most: number): number[] {
  if (most <= 0) return [0]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough
  const whole = most > 4 ? Math.ceil(step) : step
  const values: number[] = []
  for (let value = 0; value <= most * 1.08; value += whole) values.push(value)
  return values
}

function ends<T extends { value: number | null }>(points: readonly T[]): T[] {
  const shown = points.filter((at) => at.value !== null)
  const highest = shown.reduce<T | undefined>(
    (best, at) => (best === undefined || (at.value ?? 0) > (best.value ?? 0) ? at : best),
    undefined,
  )
  return [...new Set([shown[0], highest, shown.at(-1)])].filter((at): at is T => at !== undefined)
}

/** As many periods as have room for their name, the last one always. */
function labelled(periods: readonly string[], step: number): string[] {
  const every = Math.max(1, Math.ceil(38 / step))
  return periods.filter((_, index) => (periods.length - 1 - index) % every === 0)
}

function briefPeriod(periods: readonly string[]) {
  return (period: string): string => {
    const year = period.slice(0, 4)
    const newYear = period === periods[0] || /-(01|Q1)$/.test(period)
    const name = period.includes('Q') ? `${period.slice(6)}e kw` : monthInBrief(period)
    return newYear ? `${name}\n${year}` : name
  }
}
