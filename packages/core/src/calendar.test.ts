import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createCalendar, holidaysOfYear } from './calendar.ts'
import { formatDay, getDay } from './day.ts'
import { dueDay } from './due-day.ts'
import { days, months, type Term, weeks, workingDays } from './route.ts'

const calendar = createCalendar()

function expectDue(from: string, term: Term, due: string) {
  expect(formatDay(dueDay(getDay(from), term, calendar))).toBe(due)
}

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

  it('are joined by days of a decree', () => {
    const day = getDay('2023-05-19')
    expect(calendar.isWorkingDay(day)).toBe(true)
    expect(createCalendar([day]).isWorkingDay(day)).toBe(false)
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

describe('the last day of a term', () => {
  it('counts calendar days', () => expectDue('2023-03-29', days(5), '2023-04-03'))
  it('counts weeks', () => expectDue('2023-01-02', weeks(6), '2023-02-13'))
  it('keeps to the end of a shorter month', () => expectDue('2022-11-30', months(3), '2023-02-28'))
  it('counts working days over a weekend', () =>
    expectDue('2023-03-02', workingDays(5), '2023-03-09'))
  it('counts working days over Easter', () => expectDue('2023-04-05', workingDays(5), '2023-04-14'))
  it('counts working days from a Saturday', () =>
    expectDue('2023-03-04', workingDays(1), '2023-03-06'))
})
