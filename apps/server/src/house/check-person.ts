import { dayOfMoment, err, findDay, getDay, ok, type Result } from '@tijdig/core'
import { type FamilyPerson, findBsn } from '@tijdig/store'
import type { KeptPerson } from '../api/family-contract.ts'
import type { Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

const LONGEST = { name: 200, address: 500, phone: 50, note: 2_000 } as const
const LABELS = { name: 'naam', address: 'adres', phone: 'telefoonnummer', note: 'notitie' } as const
/** Control characters, but for the end of a line where there may be lines. */
const NO_LINE = /[\p{Cc}\p{Cs}]/u
const NO_TEXT = /[^\P{Cc}\n]|\p{Cs}/u
const EARLIEST = getDay('1900-01-01')

/** A person as it is kept: without empty texts, the number as nine digits. */
export function checkPerson(
  { now }: Pick<Premises, 'now'>,
  code: string,
  given: KeptPerson,
): Result<FamilyPerson, HouseError> {
  const { kind } = given
  const trimmed = (text: string | null) => text?.replaceAll('\r\n', '\n').trim() || null
  const person = {
    code,
    kind,
    name: trimmed(given.name),
    bornOn: trimmed(given.bornOn),
    bsn: trimmed(given.bsn),
    address: trimmed(given.address),
    phone: trimmed(given.phone),
    note: trimmed(given.note),
  }
  for (const field of ['name', 'address', 'phone', 'note'] as const) {
    const text = person[field] ?? ''
    const odd = field === 'name' || field === 'phone' ? NO_LINE : NO_TEXT
    if (text.length > LONGEST[field] || odd.test(text)) {
      const words = `De ${LABELS[field]} kan zo niet. Gebruik gewone tekens, hoogstens ${LONGEST[field]}.`
      return err(houseError('person-invalid', articled(words), field))
    }
  }
  if (person.bornOn !== null) {
    const born = findDay(person.bornOn)
    if (born === undefined || born > dayOfMoment(now()) || born < EARLIEST) {
      const words =
        'Deze geboortedatum bestaat niet of ligt in de toekomst. Schrijf hem als JJJJ-MM-DD.'
      return err(houseError('person-invalid', words, 'bornOn'))
    }
  }
  if (person.bsn === null) return ok(person)
  const bsn = findBsn(person.bsn)
  if (bsn === undefined) {
    const words =
      'Dit is geen burgerservicenummer: het klopt niet volgens de elfproef. Kijk de negen cijfers na.'
    return err(houseError('bsn-invalid', words, 'bsn'))
  }
  return ok({ ...person, bsn })
}

function articled(words: string): string {
  return words.replace(/^De (adres|telefoonnummer)/, 'Het $1')
}
