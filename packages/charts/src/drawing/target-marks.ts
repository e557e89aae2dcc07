import { ruleX, ruleY, text } from '@observablehq/plot'
import type { ChartTarget, LinePoint } from '../chart-spec.ts'
import { aim } from './palette.ts'

const DASH = '7 4'

/** What is aimed at in a drawing of lines: a stroke over the periods for which it counts. */
export function targetStrokes(
  targets: readonly ChartTarget[],
  places: readonly LinePoint[],
  step: number,
) {
  const spans = spansOf(targets, places)
  return [
    ruleY(spans, {
      x1: 'first',
      x2: 'last',
      y: 'value',
      insetLeft: -step * 0.4,
      insetRight: -step * 0.4,
      stroke: aim,
      strokeWidth: 2,
      strokeDasharray: DASH,
    }),
  ]
}

/** Its name: beyond the end where there is room kept for it, else over the beginning. */
export function targetNames(
  targets: readonly ChartTarget[],
  places: readonly LinePoint[],
  step: number,
  beyond: boolean,
) {
  const common = { y: 'value', text: 'label', fill: aim, fontWeight: 600 } as const
  const spans = spansOf(targets, places)
  if (beyond) {
    const last = spans.slice(-1)
    return [text(last, { ...common, x: 'last', textAnchor: 'start', dx: step * 0.4 + 6 })]
  }
  return [text(spans, { ...common, x: 'first', textAnchor: 'start', dx: -step * 0.4, dy: -10 })]
}

/** What is aimed at in a drawing of bars: a stroke across all of them. */
export function targetAcross(target: ChartTarget, middle: number) {
  return [
    ruleX([target.value], { stroke: aim, strokeWidth: 2, strokeDasharray: DASH }),
    text([target], {
      x: 'value',
      text: 'label',
      frameAnchor: 'top',
      textAnchor: target.value > middle ? 'end' : 'start',
      dx: target.value > middle ? -2 : 2,
      dy: -11,
      fill: aim,
      fontWeight: 600,
    }),
  ]
}

function spansOf(targets: readonly ChartTarget[], places: readonly LinePoint[]) {
  const periods = places.map(({ period }) => period)
  return targets.flatMap(({ label, value, from = '' }, place) => {
    const until = targets[place + 1]?.from
    const own = periods.filter(
      (period) => period >= from && (until === undefined || period < until),
    )
    const [first, last] = [own[0], own.at(-1)]
    return first === undefined || last === undefined ? [] : [{ label, value, first, last }]
  })
}
