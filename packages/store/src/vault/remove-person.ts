import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { FamilyName } from './person.ts'
import { findSeenFamily } from './seen-family.ts'
import type { VaultRefusal } from './seen-persons.ts'

/** Removes one person of a family, with all by which that person was found. */
export async function removePerson(
  connection: Kysely<Schema>,
  family: FamilyName,
  code: string,
): Promise<'removed' | 'not-there' | VaultRefusal | undefined> {
  const seen = await findSeenFamily(connection, family)
  if (!seen) return undefined
  if (seen.sees && seen.destroyedOn !== null) return 'destroyed'
  if (!seen.mayKeep) return 'not-allowed'
  const { numAffectedRows } = await sql`
    delete from tijdig.vault_person where number = ${seen.number} and code = ${code}`.execute(
    connection,
  )
  return numAffectedRows === 1n ? 'removed' : 'not-there'
}
