import { addDays, type Day, dayOfWeek, daysFromCivil, formatDay } from './day.ts'
import type { Moment } from './moment.ts'

/**
 * The days that are no working days: Saturday, Sunday and the holidays of
 * article 3 Algemene termijnenwet, with days added by decree.
 */
export interface Calendar {
  isWorkingDay(day: Day): boolean
  readonly decreed: readonly DecreedDay[]
  /** The moments at which a decree became known here, in order. */
  readonly changes: readonly Moment[]
  /** The calendar without the decrees that became known after a moment. */
  asKnownAt(moment: Moment): Calendar
}

/** A day that a royal decree equates with a holiday (art. 3 lid 3). */
export interface DecreedDay {
  readonly day: Day
  /** Since when that is known here: what was published before it stays as it was. */
  readonly knownFrom: Moment
  /** The decree and where it was published. */
  readonly source: string
}

/** A calendar by the Algemene termijnenwet, which knows all the decrees that are given. */
export function createCalendar(decreed: readonly DecreedDay[] = []): Calendar {
  const changes = [...new Set(decreed.map(({ knownFrom }) => knownFrom))].sort((a, b) => a - b)
  const earlier = new Map<number, Calendar>()
  const asKnownAt = (moment: Moment): Calendar => {
    const known = changes.filter((change) => change <= moment).length
    if (known === changes.length) return calendar
    let made = earlier.get(known)
    if (!made) {
      made = createCalendar(decreed.filter(({ knownFrom }) => knownFrom <= moment))
      earlier.set(known, made)
    }
    return made
  }
  const days = new Set(decreed.map(({ day }) => day))
  const calendar: Calendar = { ...calendarOf(days), decreed, changes, asKnownAt }
  return calendar
}

function calendarOf(decreed: ReadonlySet<Day>): Pick<Calendar, 'isWorkingDay'> {
  return {
    isWorkingDay(day) {
      if (dayOfWeek(day) >= 6 || decreed.has(day)) return false
      return !holidaysOf(Number(formatDay(day).slice(0, 4))).has(day)
    },
  }
}

const byYear = new Map<number, ReadonlySet<Day>>()

function holidaysOf(year: number): ReadonlySet<Day> {
  const known = byYear.get(year)
  if (known) return known
  const holidays = new Set(holidaysOfYear(year))
  byYear.set(year, holidays)
  return holidays
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
