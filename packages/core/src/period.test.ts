import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, FIRST_DAY, formatDay, getDay, monthOf, quarterOf } from './day.ts'
import { findPeriod } from './period.ts'

it.each([
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2022-Q4', '2022-10-01', '2022-12-31'],
  ['2023', '2023-01-01', '2023-12-31'],
])('%s is from %s to %s', (text, first, last) => {
  const period = findPeriod(text)
  expect(period && [formatDay(period.first), formatDay(period.last)]).toEqual([first, last])
})

it.each(['2023-00', '2023-13', '2023-Q0', '2023-Q5', '0000', '2023-1', '2023-01-01', 'q', 2023])(
  '%s is no period',
  (text) => expect(findPeriod(text)).toBeUndefined(),
)

it('every day lies in its own month, quarter and year, and the next in another when it is the last', () => {
  const days = fc.integer({ min: FIRST_DAY + 400, max: getDay('2200-01-01') })
  fc.assert(
    fc.property(days, (number) => {
      const day = addDays(getDay('1970-01-01'), number)
      for (const text of [monthOf(day), quarterOf(day), formatDay(day).slice(0, 4)]) {
        const period = findPeriod(text)
        expect(period && period.first <= day && day <= period.last).toBe(true)
        expect(period && formatDay(period.first).startsWith(text.slice(0, 4))).toBe(true)
      }
      expect(findPeriod(monthOf(day))?.last === day).toBe(monthOf(addDays(day, 1)) !== monthOf(day))
    }),
    { seed: 20230331 },
  )
})
