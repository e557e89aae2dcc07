import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { FoundFamily } from './seen-persons.ts'

/** The families of one's own in which somebody has this token. */
export async function findFamilies(
  connection: Kysely<Schema>,
  token: Buffer,
): Promise<readonly FoundFamily[]> {
  const { rows } = await sql<FoundFamily>`
    select route, id from tijdig.find_families(${token})`.execute(connection)
  return rows
}
