import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { createCalendar } from './calendar.ts'
import { type Day, formatDay, getDay } from './day.ts'
import { dueDay, warningDay } from './due-day.ts'
import { days, months, type Term, weeks, workingDays } from './route.ts'
import { isFreeNaively } from './testing/naive-calendar.ts'

const calendar = createCalendar()

function expectDue(from: string, term: Term, due: string) {
  expect(formatDay(dueDay(getDay(from), term, calendar))).toBe(due)
}

function expectWarning(due: string, before: Term, day: string) {
  expect(formatDay(warningDay(getDay(due), before, calendar))).toBe(day)
}

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

describe('the day of a warning', () => {
  it('is so many days before', () => expectWarning('2023-04-03', days(2), '2023-04-01'))
  it('is so many weeks before', () => expectWarning('2023-04-03', weeks(1), '2023-03-27'))
  it('is so many months before', () => expectWarning('2023-03-31', months(1), '2023-02-28'))
  it('is so many working days before', () =>
    expectWarning('2023-04-12', workingDays(2), '2023-04-06'))
})

describe('for every day from 1965 to 2050', () => {
  const EPOCH = Temporal.PlainDate.from('1970-01-01')
  const FIRST = getDay('1965-01-01')
  const LAST = getDay('2050-12-31')

  /** Every start day with the due day that a term gives and the one that it should. */
  function mistakes(term: Term, naive: (from: Temporal.PlainDate) => Temporal.PlainDate): string[] {
    const found: string[] = []
    let date = Temporal.PlainDate.from('1965-01-01')
    for (let day = FIRST; day <= LAST; day = (day + 1) as Day, date = date.add({ days: 1 })) {
      const due = formatDay(dueDay(day, term, calendar))
      const expected = naive(date).toString()
      if (due !== expected) found.push(`${date}: ${due}, not ${expected}`)
    }
    return found
  }

  // A look at each of sixty thousand days is slow with Temporal's dates: once for all terms.
  const free = new Set<string>()
  for (let date = EPOCH.subtract({ years: 6 }); date.year < 2053; date = date.add({ days: 1 })) {
    if (isFreeNaively(date)) free.add(date.toString())
  }
  const onWorkingDays = (from: Temporal.PlainDate, length: number) => {
    let date = from
    for (let left = length; left > 0; ) {
      date = date.add({ days: 1 })
      if (!free.has(date.toString())) left--
    }
    return date
  }

  it('calendar days and weeks', () => {
    expect(mistakes(days(5), (from) => from.add({ days: 5 }))).toEqual([])
    expect(mistakes(weeks(6), (from) => from.add({ weeks: 6 }))).toEqual([])
  })

  it('months', () => {
    expect(mistakes(months(1), (from) => from.add({ months: 1 }))).toEqual([])
    expect(mistakes(months(3), (from) => from.add({ months: 3 }))).toEqual([])
  })

  it('working days', () => {
    for (const length of [1, 5]) {
      expect(mistakes(workingDays(length), (from) => onWorkingDays(from, length))).toEqual([])
    }
  })
})
