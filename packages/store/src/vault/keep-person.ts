import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { lockKeys } from './lock-keys.ts'
import { type FamilyName, type FamilyPerson, keyName, PERSON_FIELDS, placeOf } from './person.ts'
import { seal } from './seal.ts'
import { findSeenFamily } from './seen-family.ts'
import type { VaultDoor, VaultRefusal } from './seen-persons.ts'
import { tokensOf } from './tokens-of.ts'

/** Keeps one person of a family, in place of what was kept under that code. */
export async function keepPerson(
  connection: Kysely<Schema>,
  door: VaultDoor,
  family: FamilyName,
  person: FamilyPerson,
): Promise<'kept' | VaultRefusal | undefined> {
  const seen = await findSeenFamily(connection, family)
  if (!seen) return undefined
  if (seen.sees && seen.destroyedOn !== null) return 'destroyed'
  if (!seen.mayKeep) return 'not-allowed'
  const { number } = seen
  const { code, kind } = person
  const key = await findKey(connection, door, family, number)
  if (!key) return 'key-missing'
  await sql`
    insert into tijdig.vault_person (number, code, kind) values (${number}, ${code}, ${kind})
    on conflict (number, code) do update set kind = excluded.kind, changed_at = now()`.execute(
    connection,
  )
  for (const table of ['vault_field', 'vault_index']) {
    await sql`delete from ${sql.table(`tijdig.${table}`)} where number = ${number} and code = ${code}`.execute(
      connection,
    )
  }
  for (const field of PERSON_FIELDS) {
    const value = person[field]
    if (value === null) continue
    const sealed = seal(key, Buffer.from(value), placeOf(family, code, field), door.random)
    await sql`
      insert into tijdig.vault_field (number, code, field, sealed)
      values (${number}, ${code}, ${field}, ${sealed})`.execute(connection)
  }
  for (const token of tokensOf(door.keys.indexKey, person)) {
    await sql`
      insert into tijdig.vault_index (token, number, code)
      values (${token}, ${number}, ${code})`.execute(connection)
  }
  return 'kept'
}

/** Made with the first person. Where there are persons and no key, a new one would hide the loss. */
async function findKey(
  connection: Kysely<Schema>,
  { keys }: VaultDoor,
  family: FamilyName,
  number: number,
): Promise<Uint8Array | undefined> {
  const found = await keys.find(keyName(family))
  if (found) return found
  await lockKeys(connection)
  const { rows } = await sql`
    select from tijdig.vault_person where number = ${number} limit 1`.execute(connection)
  return rows.length > 0 ? keys.find(keyName(family)) : keys.create(keyName(family))
}
