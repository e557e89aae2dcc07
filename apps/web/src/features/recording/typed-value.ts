import { findPeriod, LONGEST_TEXT } from '@tijdig/core'
import type { Step } from '@tijdig/server/contract'
import { formatCount } from '@tijdig/ui'
import { isDay } from '../../clocks/asked.ts'

type Kind = Step['fields'][number]['kind']
type Value = string | number | boolean

/** What is wrong with what was typed, in a sentence; undefined: nothing. */
export function faultIn(kind: Kind, text: string): string | undefined {
  switch (kind) {
    case 'number':
      return /^-?\d+([.,]\d+)?$/.test(text) ? undefined : 'Vul een getal in, bijvoorbeeld 12.'
    case 'text':
      if (text.length <= LONGEST_TEXT) return undefined
      return `Maak de tekst korter: ten hoogste ${formatCount(LONGEST_TEXT)} tekens.`
    case 'day':
      return isDay(text) ? undefined : 'Vul een dag in die op de kalender staat.'
    case 'period':
      if (findPeriod(text)) return undefined
      return 'Vul een maand in (2023-04), een kwartaal (2023-Q2) of een jaar (2023).'
    case 'cents':
      return AMOUNT.test(text) ? undefined : 'Vul een bedrag in, bijvoorbeeld 1.250,50.'
    case 'boolean':
    case 'code':
      return undefined
    default:
      return kind satisfies never
  }
}

const AMOUNT = /^-?(\d{1,3}(\.\d{3})+|\d{1,12})(,\d{1,2})?$/

/** The value that was typed. Call only when nothing is wrong with it. */
export function readValue(kind: Kind, text: string): Value {
  switch (kind) {
    case 'number':
      return Number(text.replace(',', '.'))
    case 'boolean':
      return text === 'ja'
    case 'cents': {
      const [whole = '', part = ''] = text.replaceAll('.', '').split(',')
      return Number(`${whole}${part.padEnd(2, '0')}`)
    }
    case 'text':
      // A text is one paragraph: the keeper of the log has no line breaks.
      return text.replace(/\s+/g, ' ')
    case 'day':
    case 'period':
    case 'code':
      return text
    default:
      return kind satisfies never
  }
}

/** A value as somebody would have typed it. */
export function typedAs(kind: Kind, value: Value): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (kind === 'number') return String(value).replace('.', ',')
  if (kind !== 'cents') return String(value)
  const cents = Math.abs(Number(value))
  const part = String(cents % 100).padStart(2, '0')
  return `${Number(value) < 0 ? '-' : ''}${formatCount(Math.floor(cents / 100))},${part}`
}
