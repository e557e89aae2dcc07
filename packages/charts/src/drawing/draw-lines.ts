import { dot, line as lineMark, ruleY, text } from '@observablehq/plot'
import type { ChartValue, LinePoint, LineSpec } from '../chart-spec.ts'
import { hasPrevious, placeInWords, placesOf, writeValue } from '../chart-words.ts'
import { isPeriod, monthInBrief } from '../notation/period.ts'
import { drawKey } from './draw-key.ts'
import { type Frame, plotIn } from './frame.ts'
import { type LineEnd, nameLineEnds } from './name-line-ends.ts'
import { ghost, ink, line, quiet, seriesColour } from './palette.ts'
import { seriesDash, seriesMark, seriesSample } from './series-marks.ts'
import { targetNames, targetStrokes } from './target-marks.ts'
import { widest } from './text-width.ts'

/** Lines over periods, from zero; a number at each point where there is room for it. */
export function drawLines(spec: LineSpec, frame: Frame): Element {
  const { fontSize, lineHeight, width } = frame
  const points = spec.series.flatMap((one, index) =>
    one.points.map((at) => ({ ...at, series: index, said: writeValue(at, spec.format) })),
  )
  const known = points.filter(({ value }) => value !== null)
  const places = placesOf(spec)
  const targets = spec.targets ?? []
  const most = Math.max(
    0,
    ...points.flatMap((at) => [at.value ?? 0, at.previous ?? 0]),
    ...targets.map(({ value }) => value),
  )
  const top = spec.format === 'share' ? Math.max(most, 0.01) * 1.05 : Math.max(most, 1) * 1.08
  const ticks = ticksTo(most, spec.format === 'share' ? 0 : 1)
  const single = spec.series.length === 1
  const names = single ? [] : spec.series.map(({ label }) => label)
  const plotHeight = Math.round(Math.min(width * 0.5, 200))
  const ends = nameLineEnds(names, plotHeight, frame)
  const key = drawKey(ends ? [] : names, frame, seriesSample(frame))
  const marginTop = key.height + 26
  const marginLeft =
    widest(
      ticks.map((value) => frame.write(value, spec.format)),
      fontSize,
    ) + 14
  const aimed = widest(
    targets.map(({ label }) => label),
    fontSize,
  )
  const marginRight = ends?.width ?? (single && aimed > 0 ? aimed + 12 : 18)
  const step = (width - marginLeft - marginRight) / Math.max(1, places.length)
  const saidWidth = widest(
    known.map((at) => at.said),
    fontSize,
  )
  // A published report is drawn again to the byte: what has no target stays as it was drawn.
  const few = outstanding(known)
  const told = targets.length > 0 ? apart(few, known, (saidWidth + 6) / step) : few
  const said = single ? (step > saidWidth + 12 ? known : told) : []
  const before = single ? points.filter(hasPrevious) : []
  const drawing = plotIn(frame, {
    height: marginTop + plotHeight + lineHeight * 2 + 12,
    marginTop,
    marginBottom: lineHeight * 2 + 12,
    marginLeft,
    marginRight,
    x: {
      axis: null,
      type: 'point',
      domain: places.map(({ period }) => period),
      padding: ends ? 0.15 : 0.25,
    },
    y: { axis: null, domain: [0, top] },
    symbol: { type: 'identity' },
    marks: [
      ruleY(ticks, { stroke: line }),
      text(ticks, {
        frameAnchor: 'left',
        y: (value: number) => value,
        text: (value: number) => frame.write(value, spec.format),
        dx: -8,
        textAnchor: 'end',
        fill: quiet,
      }),
      ruleY([0], { stroke: ghost }),
      ...(before.some((at) => at.previous !== at.value)
        ? [
            lineMark(before, {
              x: 'period',
              y: 'previous',
              stroke: ghost,
              strokeWidth: 2,
              strokeDasharray: '5 4',
            }),
          ]
        : []),
      ...(targets.length > 0 ? targetStrokes(targets, places, step) : []),
      ...spec.series.map((one, index) =>
        lineMark(one.points, {
          x: 'period',
          y: 'value',
          stroke: seriesColour(index),
          strokeWidth: 2.5,
          strokeDasharray: seriesDash(index),
        }),
      ),
      // White under the numbers keeps lines away. Not an outline: in print those of the letters
      // that follow would eat into each letter.
      ruleY(said, {
        x1: 'period',
        x2: 'period',
        y: 'value',
        dy: -14,
        insetLeft: -saidWidth / 2,
        insetRight: -saidWidth / 2,
        stroke: 'white',
        strokeWidth: fontSize * 0.8,
      }),
      ...spec.series.map((_, index) =>
        dot(
          known.filter(({ series }) => series === index),
          {
            x: 'period',
            y: 'value',
            r: 4,
            symbol: seriesMark(index),
            fill: seriesColour(index),
            stroke: 'white',
            strokeWidth: 1.5,
          },
        ),
      ),
      ...(targets.length > 0 ? targetNames(targets, places, step, single) : []),
      text(said, { x: 'period', y: 'value', text: 'said', dy: -14, fontWeight: 600, fill: ink }),
      text(placeLabels(places, step, fontSize), {
        x: 'period',
        text: 'label',
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 9,
        lineHeight: lineHeight / fontSize,
        fill: quiet,
      }),
    ],
  })
  drawing.append(key.drawing)
  if (ends) {
    const lasts = spec.series.flatMap(({ points: own }, index): LineEnd[] => {
      const last = own.findLast(({ value }) => value !== null)
      return last ? [{ index, at: marginTop + plotHeight * (1 - (last.value ?? 0) / top) }] : []
    })
    drawing.append(ends.draw(lasts, marginTop))
  }
  return drawing
}

/** Round values for the axis, at most five; `least` is the smallest step that has a meaning. */
function ticksTo(most: number, least: number): number[] {
  if (most <= 0) return [0]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough)
  const step = Math.max(least, least > 0 ? Math.ceil(round ?? rough) : (round ?? rough))
  const count = Math.floor((most * 1.05) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Where there is no room for each number: the ends and the top. */
function outstanding<T extends ChartValue>(points: readonly T[]): T[] {
  const highest = points.reduce<T | undefined>(
    (best, at) => (best === undefined || (at.value ?? 0) > (best.value ?? 0) ? at : best),
    undefined,
  )
  return [...new Set([points[0], highest, points.at(-1)])].flatMap((at) => at ?? [])
}

/** Of those only what does not stand over one that comes later. */
function apart<T>(chosen: readonly T[], points: readonly T[], steps: number): T[] {
  return chosen.filter((at) =>
    chosen.every((other) => {
      const later = points.indexOf(other) - points.indexOf(at)
      return later <= 0 || later >= steps
    }),
  )
}

/** As many places as have room for their name, the last always; a year under its first period. */
function placeLabels(places: readonly LinePoint[], step: number, fontSize: number) {
  const every = Math.max(1, Math.ceil((widest(places.map(briefly), fontSize) + 8) / step))
  let told = ''
  return places
    .filter((_, index) => (places.length - 1 - index) % every === 0)
    .map((place) => {
      const { period } = place
      const year = isPeriod(period) ? period.slice(0, 4) : told
      const label = year === told ? briefly(place) : `${briefly(place)}\n${year}`
      told = year
      return { period, label }
    })
}

function briefly(place: LinePoint): string {
  const { period } = place
  if (!isPeriod(period)) return placeInWords(place)
  return period.includes('Q') ? `${period.slice(6)}e kw` : monthInBrief(period)
}
