import { dayOfMoment, endOfDay, findDay, findMoment, formatDay } from '@tijdig/core'

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const

const QUARTERS = ['eerste', 'tweede', 'derde', 'vierde'] as const

const CLOCK = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const MONTH_CODE = /^(\d{4})-(0[1-9]|1[0-2])$/
const QUARTER_CODE = /^(\d{4})-Q([1-4])$/

/** `2023-03-31` becomes `31 maart 2023`. */
export function longDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${longMonth(day.slice(0, 7))}`
}

/** `2023-03` becomes `maart 2023`. */
export function longMonth(code: string): string {
  return `${monthName(code)} ${code.slice(0, 4)}`
}

/** `2023-03` becomes `maart`. */
export function monthName(code: string): string {
  return MONTHS[Number(code.slice(5, 7)) - 1] ?? code
}

/** `2023-Q1` becomes `eerste kwartaal van 2023`. */
export function longQuarter(code: string): string {
  return `${QUARTERS[Number(code.slice(6)) - 1] ?? code} kwartaal van ${code.slice(0, 4)}`
}

export function isMonth(code: string): boolean {
  return MONTH_CODE.test(code)
}

export function isQuarter(code: string): boolean {
  return QUARTER_CODE.test(code)
}

/** The words for a period of the calendar, or undefined where the code is none. */
export function findPeriodWords(code: string): string | undefined {
  if (isMonth(code)) return longMonth(code)
  if (isQuarter(code)) return `${code.slice(6)}e kwartaal ${code.slice(0, 4)}`
  return undefined
}

/**
 * All months (or quarters) from the first to the last, so that one without events is seen too.
 * Both codes must be of the same kind.
 */
export function periodsBetween(first: string, last: string): readonly string[] {
  const quarters = isQuarter(first)
  const periodsAYear = quarters ? 4 : 12
  const at = (code: string) =>
    Number(code.slice(0, 4)) * periodsAYear + Number(code.slice(quarters ? 6 : 5)) - 1
  const codes: string[] = []
  for (let index = at(first); index <= at(last); index++) {
    const year = String(Math.floor(index / periodsAYear)).padStart(4, '0')
    const part = (index % periodsAYear) + 1
    codes.push(quarters ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`)
  }
  return codes
}

/**
 * The day of a moment in the Netherlands, in words. A moment within the day tells its time too,
 * since then not all of the day was known: `14 april 2023, 10.30 uur`.
 */
export function longMoment(moment: string): string {
  const whole = findDay(moment)
  if (whole !== undefined) return longDay(moment)
  const found = findMoment(moment)
  if (found === undefined) return moment
  const day = dayOfMoment(found)
  const words = longDay(formatDay(day))
  // A day is known to its end; its last second is written by some without the fraction.
  if (endOfDay(day) - found < 1_000_000) return words
  return `${words}, ${CLOCK.format(Math.floor(found / 1_000)).replace(':', '.')} uur`
}

/** Only the day of a moment, in words: `14 april 2023`. */
export function dayWordsOfMoment(moment: string): string {
  return longMoment(moment).split(',')[0] ?? moment
}
