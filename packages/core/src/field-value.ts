import { findDay } from './day.ts'
import type { FieldValue } from './event.ts'
import { findPeriod } from './period.ts'
import type { FieldDefinition } from './route.ts'

/** Signs that a text may have: about a page. A text is one paragraph. */
export const LONGEST_TEXT = 2000

/** What a field demands that this value is not, as the end of a Dutch sentence; undefined: nothing. */
export function wrongValue(field: FieldDefinition, value: FieldValue): string | undefined {
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? undefined : 'moet een getal zijn'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'moet true of false zijn'
    case 'code':
      return typeof value === 'string' && value !== '' ? undefined : 'moet tekst zijn'
    case 'text':
      if (typeof value !== 'string' || value.trim() === '') return 'moet tekst zijn'
      if (/\p{Cc}|\p{Cs}/u.test(value)) return 'moet één alinea zijn, zonder regeleinden'
      return value.length <= LONGEST_TEXT
        ? undefined
        : `mag niet langer zijn dan ${LONGEST_TEXT} tekens`
    case 'day':
      if (findDay(value) !== undefined) return undefined
      return 'moet een dag zijn die op de kalender staat, als 2023-03-31'
    case 'period':
      if (findPeriod(value)) return undefined
      return 'moet een maand, een kwartaal of een jaar zijn, als 2023-03, 2023-Q1 of 2023'
    case 'cents':
      return Number.isSafeInteger(value) ? undefined : 'moet een bedrag in hele centen zijn'
    default:
      return field.kind satisfies never
  }
}
