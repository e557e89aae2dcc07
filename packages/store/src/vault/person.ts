/** What may be known of a person of a family, in the order in which people read it. */
export const PERSON_FIELDS = ['name', 'bornOn', 'bsn', 'address', 'phone', 'note'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

export const PERSON_KINDS = ['child', 'parent', 'other'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]

/** A person of a family. Its code is the pseudonym by which the log knows it: `OT-0001-K1`. */
export interface FamilyPerson extends Readonly<Record<PersonField, string | null>> {
  readonly code: string
  readonly kind: PersonKind
}

export interface FamilyName {
  readonly route: string
  /** Of the trajectory. */
  readonly id: string
}

/** By what a family's key is kept. */
export function keyName({ route, id }: FamilyName): string {
  return `${route}/${id}`
}

/** Where a sealed field belongs: opened anywhere else it does not open. */
export function placeOf({ route, id }: FamilyName, code: string, field: PersonField): string[] {
  return ['person', route, id, code, field]
}
