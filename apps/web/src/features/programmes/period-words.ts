import { capital, dayInWords, periodInWords } from '@tijdig/ui'

/** A day, month, quarter or year as people say it. */
export function timeInWords(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayInWords(text)
  return periodInWords(text)
}

/** "juni 2022 tot en met februari 2023"; one period alone where both ends are the same. */
export function spanInWords(from: string, until: string): string {
  return from === until
    ? timeInWords(from)
    : `${timeInWords(from)} tot en met ${timeInWords(until)}`
}

/** What a number is about: `2022`, `2020-06/2020-10`. */
export function overInWords(over: string): string {
  const [from = '', until] = over.split('/')
  return until === undefined ? timeInWords(from) : spanInWords(from, until)
}

/** A number with its unit; what is numbered has its unit first: "nummer van de fase 2". */
export function amountInWords(value: number, unit: string): string {
  const number = numbers.format(value)
  return unit.startsWith('nummer ') ? `${unit} ${number}` : `${number} ${unit}`
}

/** Whether a number is higher or lower than the one before it: "hoger dan op 31 maart 2023 (12)". */
export function trendInWords(
  value: number,
  before: { readonly value: number; readonly on: string },
): string {
  if (value === before.value) return `gelijk gebleven sinds ${timeInWords(before.on)}`
  return `${value > before.value ? 'hoger' : 'lager'} dan op ${timeInWords(before.on)} (${numbers.format(before.value)})`
}

/** The first letter large, and a full stop where it has no end yet. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? capital(text) : `${capital(text)}.`
}

const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })
