import { addDays, type Day, dayOfWeek, daysFromCivil, formatDay } from './day.ts'

/**
 * The days that are no working days: Saturday, Sunday and the holidays of
 * article 3 Algemene termijnenwet, with days added by decree.
 */
export interface Calendar {
  isWorkingDay(day: Day): boolean
}

/**
 * A calendar by the Algemene termijnenwet.
 * @param decreed Days that a royal decree equates with a holiday (art. 3 lid 3).
 */
export function createCalendar(decreed: readonly Day[] = []): Calendar {
  const extra = new Set<Day>(decreed)
  const byYear = new Map<number, Set<Day>>()
  const holidaysOf = (year: number): Set<Day> => {
    const known = byYear.get(year)
    if (known) return known
    const holidays = new Set(holidaysOfYear(year))
    byYear.set(year, holidays)
    return holidays
  }
  return {
    isWorkingDay(day) {
      if (dayOfWeek(day) >= 6 || extra.has(day)) return false
      return !holidaysOf(Number(formatDay(day).slice(0, 4))).has(day)
    },
  }
}

/** The nine holidays of art. 3 Algemene termijnenwet in a year, Good Friday and 5 May among them. */
export function holidaysOfYear(year: number): Day[] {
  const easter = easterSunday(year)
  return [
    daysFromCivil(year, 1, 1),
    addDays(easter, -2),
    addDays(easter, 1),
    sovereignsBirthday(year),
    daysFromCivil(year, 5, 5),
    addDays(easter, 39),
    addDays(easter, 50),
    daysFromCivil(year, 12, 25),
    daysFromCivil(year, 12, 26),
  ]
}

/**
 * 27 April since 2014, 30 April from 1949. On a Sunday the day before;
 * until 1980 the Monday after.
 */
function sovereignsBirthday(year: number): Day {
  const day = year >= 2014 ? daysFromCivil(year, 4, 27) : daysFromCivil(year, 4, 30)
  if (dayOfWeek(day) !== 7) return day
  return addDays(day, year >= 1980 ? -1 : 1)
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return daysFromCivil(year, Math.floor(sum / 31), (sum % 31) + 1)
}
