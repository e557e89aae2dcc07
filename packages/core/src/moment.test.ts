import { describe, expect, it } from 'vitest'
import { formatDay, getDay } from './day.ts'
import { dayOfMoment, endOfDay, findMoment, formatMoment, getMoment } from './moment.ts'

describe('moments', () => {
  it.each([
    ['2023-04-06T09:30:00Z', '2023-04-06T09:30:00Z'],
    ['2023-04-06T11:30:00+02:00', '2023-04-06T09:30:00Z'],
    ['2023-04-06T00:30:00-05:30', '2023-04-06T06:00:00Z'],
    ['2023-04-06T09:30:00.120Z', '2023-04-06T09:30:00.12Z'],
    ['2023-04-06T09:30:00.1234567Z', '2023-04-06T09:30:00.123456Z'],
  ])('reads %s as %s', (text, written) => expect(formatMoment(getMoment(text))).toBe(written))

  it.each([
    '2023-04-06',
    '2023-04-06T09:30:00',
    '2023-02-30T09:30:00Z',
    '2023-04-06T24:00:00Z',
    '2023-04-06T09:60:00Z',
    '2023-04-06 09:30:00Z',
    '2023-04-06T09:30:00+25:00',
    1_680_000_000,
  ])('refuses %j', (text) => expect(findMoment(text)).toBeUndefined())

  it('ends a day at midnight in the Netherlands, in summer and in winter', () => {
    expect(formatMoment(endOfDay(getDay('2023-04-06')))).toBe('2023-04-06T21:59:59.999999Z')
    expect(formatMoment(endOfDay(getDay('2023-01-06')))).toBe('2023-01-06T22:59:59.999999Z')
  })

  it('falls on the day that it is in the Netherlands', () => {
    expect(formatDay(dayOfMoment(getMoment('2023-04-06T22:00:00Z')))).toBe('2023-04-07')
    expect(formatDay(dayOfMoment(getMoment('2023-01-06T22:30:00Z')))).toBe('2023-01-06')
  })
})
