import { describe, expect, test } from 'vitest'
import { formatChange, formatCount, formatEuros, formatPointChange, formatShare } from './number.ts'
import { isPeriod, monthInBrief, periodInWords } from './period.ts'

describe('numbers in Dutch', () => {
  test.each([
    [0, '0'],
    [693, '693'],
    [5404, '5.404'],
    [1_000_000, '1.000.000'],
  ])('%d is %s', (value, text) => expect(formatCount(value)).toBe(text))

  test.each([
    [123_456, '€ 1.234,56'],
    [16_700_000, '€ 167.000,00'],
    [-5, '€ -0,05'],
  ])('%d cents are %s', (cents, text) => {
    expect(formatEuros(cents).replaceAll('\u00a0', ' ')).toBe(text)
  })

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

describe('periods in Dutch', () => {
  test.each([
    ['2023-03', 'mrt'],
    ['2023-05', 'mei'],
    ['2022-08', 'aug'],
  ])('%s is %s in brief', (month, text) => expect(monthInBrief(month)).toBe(text))

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
