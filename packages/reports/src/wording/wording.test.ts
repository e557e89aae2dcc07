import { describe, expect, it } from 'vitest'
import { capital } from './capital.ts'
import { longDay, longMoment, longQuarter, periodsBetween } from './dutch-day.ts'
import { formatChange, formatCount, formatPointChange, formatShare } from './dutch-number.ts'
import { periodWords } from './period.ts'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1234, '1.234'],
    [1234567, '1.234.567'],
    [-1234, '−1.234'],
  ])('writes %d as %s', (value, words) => expect(formatCount(value)).toBe(words))

  it.each([
    [23, '+23'],
    [0, '0'],
    [-5, '−5'],
  ])('writes a change of %d as %s', (value, words) => expect(formatChange(value)).toBe(words))

  it.each([
    [308, 376, 0, '82\u00a0%'],
    [308, 376, 1, '81,9\u00a0%'],
    [1, 200, 0, '1\u00a0%'],
    [57, 200, 0, '29\u00a0%'],
    [1, 3, 2, '33,33\u00a0%'],
    [3, 3, 0, '100\u00a0%'],
    [0, 3, 1, '0,0\u00a0%'],
  ])('writes %d of %d in %d decimals as %s', (numerator, denominator, decimals, words) =>
    expect(formatShare({ numerator, denominator }, decimals)).toBe(words),
  )

  it('rounds half up without numerator and denominator too', () =>
    expect(formatShare(0.285)).toBe('29\u00a0%'))

  it.each([
    [0.023, '+2,3'],
    [-0.285, '−28,5'],
    [0.0001, '0'],
  ])('writes a change of %d points as %s', (value, words) =>
    expect(formatPointChange(value)).toBe(words),
  )
})

describe('days', () => {
  it.each([
    ['2023-03-31', '31 maart 2023'],
    ['2023-02-01', '1 februari 2023'],
  ])('writes %s as %s', (day, words) => expect(longDay(day)).toBe(words))

  it.each([
    // The end of a day in the Netherlands, in summer and in winter time.
    ['2023-04-14T21:59:59.999999Z', '14 april 2023'],
    ['2023-04-14T21:59:59Z', '14 april 2023'],
    ['2023-02-06T22:59:59.999999Z', '6 februari 2023'],
    ['2023-04-14T08:30:00Z', '14 april 2023, 10.30 uur'],
    ['2023-03-26T22:30:00Z', '27 maart 2023, 00.30 uur'],
    // The night in which the clock goes forward.
    ['2023-03-26T02:30:00Z', '26 maart 2023, 04.30 uur'],
    ['2023-04-14', '14 april 2023'],
  ])('writes %s as %s', (moment, words) => expect(longMoment(moment)).toBe(words))

  it('names a quarter', () => expect(longQuarter('2023-Q1')).toBe('eerste kwartaal van 2023'))

  it('lists each month and quarter between two', () => {
    expect(periodsBetween('2022-11', '2023-02')).toEqual([
      '2022-11',
      '2022-12',
      '2023-01',
      '2023-02',
    ])
    expect(periodsBetween('2022-Q3', '2023-Q1')).toEqual(['2022-Q3', '2022-Q4', '2023-Q1'])
  })
})

describe('periods', () => {
  it.each([
    ['two-months', '2023-03-31', 'februari en maart 2023'],
    ['two-months', '2023-01-31', 'december 2022 en januari 2023'],
    ['quarter', '2023-03-31', 'eerste kwartaal van 2023'],
    ['quarter', '2023-02-28', 'eerste kwartaal van 2023, tot en met 28 februari 2023'],
    ['month', '2024-02-29', 'februari 2024'],
    ['month', '2024-02-28', 'februari 2024, tot en met 28 februari 2024'],
    ['year', '2022-12-31', '2022'],
    ['until', '2023-03-31', 'tot en met 31 maart 2023'],
  ] as const)('%s on %s is %s', (period, cutOff, words) =>
    expect(periodWords(period, cutOff)).toBe(words),
  )
})

describe('a capital', () => {
  it.each([
    ['loopt', 'Loopt'],
    ['één ouder', 'Eén ouder'],
    ['ijskoud', 'IJskoud'],
    ['RET', 'RET'],
    ['', ''],
  ])('makes of %s %s', (words, expected) => expect(capital(words)).toBe(expected))
})
