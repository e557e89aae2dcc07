import { type FieldKind, findDay } from '@tijdig/core'

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
const shared = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const
const months = new Intl.DateTimeFormat('nl-NL', shared)
const days = new Intl.DateTimeFormat('nl-NL', { ...shared, day: 'numeric' })

/** A value as people say it, where its kind has words of its own; facts keep every value as text. */
export function kindWords(kind: FieldKind, value: string): string | undefined {
  switch (kind) {
    case 'cents':
      return euros.format(Number(value) / 100)
    case 'day':
      return findDay(value) === undefined ? undefined : days.format(new Date(value))
    case 'period': {
      const [year = '', part] = value.split('-')
      if (part === undefined) return year
      if (part.startsWith('Q')) return `${part.slice(1)}e kwartaal ${year}`
      return months.format(new Date(`${value}-01`))
    }
    case 'code':
    case 'number':
    case 'boolean':
    case 'text':
      return undefined
    default:
      return kind satisfies never
  }
}
