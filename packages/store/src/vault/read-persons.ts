import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import {
  type FamilyName,
  type FamilyPerson,
  keyName,
  PERSON_FIELDS,
  type PersonField,
  type PersonKind,
  placeOf,
} from './person.ts'
import { unseal } from './seal.ts'
import { findSeenFamily } from './seen-family.ts'
import type { SeenPersons, VaultDoor, VaultRefusal } from './seen-persons.ts'

/** Who a family is, children first. */
export async function readPersons(
  connection: Kysely<Schema>,
  { keys }: VaultDoor,
  family: FamilyName,
): Promise<SeenPersons | VaultRefusal | undefined> {
  const seen = await findSeenFamily(connection, family)
  if (!seen) return undefined
  if (!seen.sees) return 'not-allowed'
  const { rows } = await sql<SealedPerson>`
    select p.code, p.kind, coalesce(array_agg(f.field) filter (where f.field is not null), '{}') as fields,
      coalesce(array_agg(f.sealed) filter (where f.field is not null), '{}') as sealed
    from tijdig.vault_person p left join tijdig.vault_field f using (number, code)
    where p.number = ${seen.number}
    group by p.code, p.kind
    order by array_position('{child,parent,other}', p.kind), p.code`.execute(connection)
  const { mayKeep, destroyedOn } = seen
  if (rows.length === 0) return { persons: [], mayKeep, destroyedOn }
  const key = await keys.find(keyName(family))
  if (!key) return 'key-missing'
  return { persons: rows.map((row) => openPerson(family, key, row)), mayKeep, destroyedOn }
}

interface SealedPerson {
  readonly code: string
  readonly kind: PersonKind
  readonly fields: readonly string[]
  readonly sealed: readonly Buffer[]
}

function openPerson(
  family: FamilyName,
  key: Uint8Array,
  { code, kind, fields, sealed }: SealedPerson,
): FamilyPerson {
  const open = (field: PersonField): string | null => {
    const bytes = sealed[fields.indexOf(field)]
    if (!bytes) return null
    const plain = unseal(key, bytes, placeOf(family, code, field))
    // Never what it holds: only where it stands.
    if (!plain) throw new Error(`${field} of ${code} in ${keyName(family)} was changed or moved`)
    return plain.toString()
  }
  const values = Object.fromEntries(PERSON_FIELDS.map((field) => [field, open(field)]))
  return { code, kind, ...(values as Record<PersonField, string | null>) }
}
