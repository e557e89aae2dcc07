import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayOfWeek, findDay, formatDay, getDay, quarterOf } from './day.ts'

describe('days', () => {
  it.each([
    '2023-02-30',
    '2023-2-01',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '0000-01-01',
    '',
    'x',
  ])('refuses %j', (text) => expect(findDay(text)).toBeUndefined())

  it.each([5, null, undefined, {}])('refuses %j', (value) => expect(findDay(value)).toBeUndefined())

  it('knows leap days', () => {
    expect(findDay('2024-02-29')).toBeDefined()
    expect(findDay('2000-02-29')).toBeDefined()
    expect(findDay('1900-02-29')).toBeUndefined()
  })

  it('writes what it reads, for each day of four centuries', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10)
          expect(formatDay(getDay(text))).toBe(text)
          expect(getDay(text)).toBe(Math.floor(date.getTime() / 86_400_000))
          expect(dayOfWeek(getDay(text)) % 7).toBe(date.getUTCDay())
        },
      ),
      { seed: 1 },
    )
  })

  it.each([
    ['2022-11-30', 3, '2023-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-12-15', 2, '2024-02-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(formatDay(addMonths(getDay(from), count))).toBe(to)
  })

  it('names quarters', () => {
    expect(quarterOf(getDay('2023-03-31'))).toBe('2023-Q1')
    expect(quarterOf(getDay('2023-10-01'))).toBe('2023-Q4')
  })
})
