import type { Cell } from '@tijdig/exchange'

const NAMES = new Intl.DateTimeFormat('nl-NL', { month: 'long', timeZone: 'UTC' })
const LONG = Array.from({ length: 12 }, (_, place) => NAMES.format(Date.UTC(2023, place, 1)))
const SHORT = 'jan feb mrt apr mei jun jul aug sep,sept okt nov dec'
  .split(' ')
  .map((names) => names.split(','))

/** A month as people write it, as `2023-03`; of a day that in which it falls. */
export function readMonth(cell: Cell): string | undefined {
  const text = String(cell).trim().toLowerCase()
  const [, yearFirst, second] = /^(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?$/.exec(text) ?? []
  if (yearFirst !== undefined) return monthOf(yearFirst, Number(second))
  const [, first, yearLast] = /^(?:\d{1,2}[-/])?(\d{1,2})[-/](\d{4})$/.exec(text) ?? []
  if (yearLast !== undefined) return monthOf(yearLast, Number(first))
  const [, word = '', year] = /^([a-z]{3,9})\.?[ -](\d{4})$/.exec(text) ?? []
  if (year === undefined) return undefined
  const place = LONG.findIndex((name, each) => word === name || SHORT[each]?.includes(word))
  return monthOf(year, place + 1)
}

function monthOf(year: string, month: number): string | undefined {
  if (month < 1 || month > 12 || year === '0000') return undefined
  return `${year}-${String(month).padStart(2, '0')}`
}
