import type { Family, FamilyPerson, KeptPerson } from '@tijdig/server/contract'
import { isDay } from '../../clocks/asked.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'

export type PersonKind = FamilyPerson['kind']

export const KINDS: Readonly<Record<PersonKind, string>> = {
  child: 'kind',
  parent: 'ouder',
  other: 'iemand anders',
}

/** What somebody filled in about a person. */
export interface PersonDraft {
  /** Of a new child: the code by which the log knows it; empty for one that it does not know. */
  readonly code: string
  readonly kind: PersonKind
  readonly name: string
  readonly bornOn: string
  readonly bsn: string
  readonly address: string
  readonly phone: string
  readonly note: string
}

export const NOBODY: PersonDraft = {
  code: '',
  kind: 'child',
  name: '',
  bornOn: '',
  bsn: '',
  address: '',
  phone: '',
  note: '',
}

export function draftOf(person: FamilyPerson): PersonDraft {
  const { code, kind, name, bornOn, bsn, address, phone, note } = person
  return {
    code,
    kind,
    name: name ?? '',
    bornOn: bornOn ?? '',
    bsn: bsn ?? '',
    address: address ?? '',
    phone: phone ?? '',
    note: note ?? '',
  }
}

/** What is wrong, by the id of its field. Whether a number could be one, the server says. */
export function wrongIn(draft: PersonDraft, today: string): Wrong {
  const { name, bornOn, bsn } = draft
  return {
    ...(name.trim() === '' ? { 'persoon-naam': 'Vul een naam in.' } : {}),
    ...(bornOn !== '' && !isDay(bornOn)
      ? { 'persoon-geboren': 'Vul een dag in die op de kalender staat.' }
      : bornOn > today
        ? { 'persoon-geboren': 'Deze dag moet nog komen.' }
        : {}),
    ...(bsn.trim() !== '' && !/^\d{8,9}$/.test(bsn.replaceAll(/[\s.]/g, ''))
      ? { 'persoon-bsn': 'Een burgerservicenummer heeft negen cijfers.' }
      : {}),
  }
}

/** What to send. */
export function personOf({ code: _, kind, ...texts }: PersonDraft): KeptPerson {
  const given = (text: string) => text.trim() || null
  return {
    kind,
    name: given(texts.name),
    bornOn: given(texts.bornOn),
    bsn: given(texts.bsn),
    address: given(texts.address),
    phone: given(texts.phone),
    note: given(texts.note),
  }
}

/** The code for somebody new: as the log names children, and a number for each parent. */
export function nextCode(
  trajectory: string,
  { persons, unnamed }: Pick<Family, 'persons' | 'unnamed'>,
  kind: PersonKind,
): string {
  const taken = new Set([...persons.map(({ code }) => code), ...unnamed])
  const prefix = kind === 'child' ? `${trajectory}-K` : `${kind}-`
  let number = 1
  while (taken.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}
