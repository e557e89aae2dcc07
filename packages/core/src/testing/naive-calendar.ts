import { Temporal } from 'temporal-polyfill'

/**
 * The days of art. 3 Algemene termijnenwet, written down as the law says them: for the tests only,
 * and by another way to Easter than the calendar's.
 */
export function isFreeNaively(date: Temporal.PlainDate): boolean {
  if (date.dayOfWeek > 5) return true
  const easter = easterByFullMoon(date.year)
  const sinceEaster = easter.until(date, { largestUnit: 'days' }).days
  if ([-2, 1, 39, 50].includes(sinceEaster)) return true
  const text = date.toString().slice(5)
  if (['01-01', '05-05', '12-25', '12-26'].includes(text)) return true
  return date.equals(birthday(date.year))
}

function birthday(year: number): Temporal.PlainDate {
  if (year >= 2014) {
    const king = Temporal.PlainDate.from({ year, month: 4, day: 27 })
    return king.dayOfWeek === 7 ? king.subtract({ days: 1 }) : king
  }
  const queen = Temporal.PlainDate.from({ year, month: 4, day: 30 })
  if (queen.dayOfWeek !== 7) return queen
  return year < 1980 ? queen.add({ days: 1 }) : queen.subtract({ days: 1 })
}

/** The paschal full moons of the nineteen golden numbers, as they stand from 1900 to 2199. */
const FULL_MOONS = [
  '04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05',
  '03-25', '04-13', '04-02', '03-22', '04-10', '03-30', '04-17', '04-07', '03-27',
] // biome-ignore format: one table

/** The Sunday after the full moon. */
function easterByFullMoon(year: number): Temporal.PlainDate {
  const moon = Temporal.PlainDate.from(`${year}-${FULL_MOONS[year % 19]}`)
  return moon.add({ days: 7 - (moon.dayOfWeek % 7) })
}
