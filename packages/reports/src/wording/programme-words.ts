import type { Move, PlannedPeriod } from '@tijdig/programmes'
import { findPeriodWords, longDay } from './dutch-day.ts'
import { formatCount } from './dutch-number.ts'

/** What moved, as the end of a sentence that begins with the part. */
export const MOVE_WORDS: Readonly<Record<Move['kind'], string>> = {
  new: 'is erbij gekomen',
  gone: 'is vervallen uit het programma',
  begun: 'is begonnen',
  done: 'is klaar',
  stalled: 'staat stil',
  resumed: 'gaat weer verder',
  dropped: 'gaat niet door',
  'not-begun': 'bleek nog niet begonnen',
  'reason-changed': 'heeft een andere reden van stilstand',
  'mover-changed': 'heeft een ander die aan zet is',
  replanned: 'is anders gepland',
  'due-moved': 'heeft een andere dag',
  reviewed: 'is besproken',
  measured: 'heeft een nieuwe meting',
  aimed: 'heeft een ander streven',
  money: 'heeft andere bedragen',
  'owner-changed': 'heeft een andere trekker',
  rearranged: 'staat op een andere plaats',
}

export const CAUSE_WORDS: Readonly<Record<Move['cause'], string>> = {
  late: 'later vastgelegd',
  corrected: 'verbeterd',
  happened: 'gebeurde in deze tijd',
}

export const STANDING_WORDS = {
  reached: 'gehaald',
  late: 'te laat',
  due: 'nog te gaan',
  'no-day': 'geen dag afgesproken',
  dropped: 'gaat niet door',
} as const

/** `2022-10` to `2022-12` becomes `oktober 2022 tot en met december 2022`. */
export function plannedWords(planned: PlannedPeriod | null): string {
  if (!planned) return 'niet gepland'
  const [from, until] = [planned.from, planned.until].map(periodName)
  return from === until ? `${from}` : `${from} tot en met ${until}`
}

/** A day, a month, a quarter or a year in words. */
export function periodName(code: string): string {
  return findPeriodWords(code) ?? (/^\d{4}-\d\d-\d\d$/.test(code) ? longDay(code) : code)
}

/**
 * Whole cents as euros: `€ 1.234,50`, and without cents where there are none. Not by `Intl`, as on the
 * screen: what a later Node writes otherwise would make a published report untrue.
 */
export function formatCents(cents: number): string {
  const sign = cents < 0 ? '\u2212' : ''
  const all = Math.abs(cents)
  const rest = all % 100
  const behind = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`
  return `€\u00a0${sign}${formatCount(Math.floor(all / 100))}${behind}`
}

/** A number that was kept as it was stated: `12`, `4,5`, `1.234`. */
export function formatKept(value: number): string {
  const [whole = '', behind] = String(Math.abs(value)).split('.')
  const text = formatCount(Number(whole))
  return `${value < 0 ? '\u2212' : ''}${text}${behind === undefined ? '' : `,${behind}`}`
}
