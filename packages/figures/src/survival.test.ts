import { expect, it, test } from 'vitest'
import { createRandom } from '../../core/src/testing/random.ts'
import { chanceOfMissing, leftAt, survivalCurve, type Waited } from './survival.ts'

/** As the formula stands in the book: over all times up to `time`, 1 less d over n. */
function naive(waited: readonly Waited[], time: number): number {
  const times = [...new Set(waited.map((each) => each.time))].filter((each) => each <= time)
  return times.reduce((left, at) => {
    const atRisk = waited.filter((each) => each.time >= at).length
    const came = waited.filter((each) => each.came && each.time === at).length
    return left * (1 - came / atRisk)
  }, 1)
}

test('the example that Kaplan and Meier worked out: 8 patients', () => {
  // Losses at 1.0, 2.7, 7.0 and 12.1; deaths at 0.8, 3.1, 5.4 and 9.2.
  const waited = [
    ...[0.8, 3.1, 5.4, 9.2].map((time) => ({ time, came: true })),
    ...[1, 2.7, 7, 12.1].map((time) => ({ time, came: false })),
  ]
  const curve = survivalCurve(waited)
  expect(curve.came).toBe(4)
  expect(curve.steps.map(({ time, left }) => [time, Number(left.toFixed(3))])).toEqual([
    [0.8, 0.875],
    [3.1, 0.7],
    [5.4, 0.525],
    [9.2, 0.263],
  ])
})

it('says at each time what the formula says, whatever was waited for', () => {
  const random = createRandom(1958)
  for (let run = 0; run < 300; run++) {
    const waited = Array.from({ length: 1 + random.whole(40) }, () => ({
      time: random.whole(30) - 20,
      came: random.chance(0.6),
    }))
    const curve = survivalCurve(waited)
    for (let time = -22; time <= 12; time++) {
      expect(leftAt(curve, time)).toBeCloseTo(naive(waited, time), 10)
    }
    expect(leftAt(curve, 0)).toBeLessThanOrEqual(leftAt(curve, -1))
  }
})

test('with nobody lost, it is the share for whom it had not come yet', () => {
  const curve = survivalCurve([-5, -3, -3, 0, 2, 4, 4, 9].map((time) => ({ time, came: true })))
  expect(leftAt(curve, 0)).toBeCloseTo(4 / 8)
  expect(chanceOfMissing(curve, -3, 0)).toBeCloseTo(4 / 5)
})

test('where nobody waited so long there is nothing to go by', () => {
  const curve = survivalCurve([{ time: -3, came: true }])
  expect(chanceOfMissing(curve, -1, 0)).toBeUndefined()
  expect(chanceOfMissing(curve, -4, -4)).toBe(1)
})
