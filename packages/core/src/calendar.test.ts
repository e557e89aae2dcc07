import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createCalendar, holidaysOfYear } from './calendar.ts'
import { formatDay, getDay } from './day.ts'
import { getMoment } from './moment.ts'

const calendar = createCalendar()

describe('the days of article 3 Algemene termijnenwet', () => {
  it('are nine a year, Good Friday and 5 May among them', () => {
    expect(holidaysOfYear(2023).map(formatDay).sort()).toEqual([
      '2023-01-01',
      '2023-04-07',
      '2023-04-10',
      '2023-04-27',
      '2023-05-05',
      '2023-05-18',
      '2023-05-29',
      '2023-12-25',
      '2023-12-26',
    ])
  })

  it.each([
    [2014, '2014-04-26'],
    [2013, '2013-04-30'],
    [2006, '2006-04-29'],
    [1972, '1972-05-01'],
    [2031, '2031-04-26'],
  ])('move the sovereign’s birthday of %i off a Sunday', (year, day) => {
    expect(holidaysOfYear(year).map(formatDay)).toContain(day)
  })

  it('are joined by days of a decree, from when it was known', () => {
    const day = getDay('2023-05-19')
    const knownFrom = getMoment('2023-01-10T09:00:00Z')
    const before = getMoment('2023-01-10T08:59:59Z')
    const decreed = createCalendar([{ day, knownFrom, source: 'besluit' }])
    expect(calendar.isWorkingDay(day)).toBe(true)
    expect(decreed.isWorkingDay(day)).toBe(false)
    expect(decreed.asKnownAt(knownFrom).isWorkingDay(day)).toBe(false)
    expect(decreed.asKnownAt(before).isWorkingDay(day)).toBe(true)
  })

  const oracle = fileURLToPath(
    new URL('../../../../shared/reference/atw_feestdagen_2024_2035.json', import.meta.url),
  )
  it.runIf(existsSync(oracle))('agree with a list that others made', () => {
    const text = readFileSync(oracle, 'utf8')
    for (let year = 2024; year <= 2035; year++) {
      for (const day of holidaysOfYear(year)) expect(text).toContain(formatDay(day))
    }
  })
})
