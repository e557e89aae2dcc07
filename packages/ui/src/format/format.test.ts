import { describe, expect, test } from 'vitest'
import { dayInBrief, dayInWords, isPeriod, monthInBrief, periodInWords } from './day.ts'
import { formatChange, formatCount, formatPointChange, formatShare } from './number.ts'

describe('numbers in Dutch', () => {
  test.each([
    [0, '0'],
    [693, '693'],
    [5404, '5.404'],
    [1_000_000, '1.000.000'],
  ])('%d is %s', (value, text) => expect(formatCount(value)).toBe(text))

  test('shares are percentages, rounded', () => {
    expect(formatShare(308 / 376)).toBe('82%')
    expect(formatShare(308 / 376, 1)).toBe('81,9%')
    expect(formatShare(0)).toBe('0%')
  })

  test('changes carry a sign, a real minus', () => {
    expect(formatChange(23)).toBe('+23')
    expect(formatChange(-1204)).toBe('−1.204')
    expect(formatChange(0)).toBe('0')
    expect(formatPointChange(0.0123)).toBe('+1,2 procentpunt')
    expect(formatPointChange(-0.5)).toBe('−50 procentpunt')
    expect(formatPointChange(0.0001)).toBe('0 procentpunt')
  })
})

describe('days in Dutch', () => {
  test('a day in words and in brief', () => {
    expect(dayInWords('2023-03-31')).toBe('31 maart 2023')
    expect(dayInWords('2022-04-04')).toBe('4 april 2022')
    expect(dayInBrief('2022-12-01')).toBe('1 dec 2022')
    expect(monthInBrief('2023-03')).toBe('mrt')
  })

  test('periods are put in words, other codes stay', () => {
    expect(periodInWords('2023-03')).toBe('maart 2023')
    expect(periodInWords('2023-Q1')).toBe('1e kwartaal 2023')
    expect(periodInWords('Rijnmond')).toBe('Rijnmond')
    expect(periodInWords('2023-13')).toBe('2023-13')
    expect([isPeriod('2023-12'), isPeriod('2023-Q4'), isPeriod('2023')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
