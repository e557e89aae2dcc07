import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** The codes under which the log names the work of the actor of this transaction. */
export async function ownCodes(database: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ codes: string[] }>`
    select tijdig.own_worker_codes() as codes`.execute(database)
  return rows[0]?.codes ?? []
}

/** The names behind codes, of those who are known in the actor's own organisation. */
export async function workerNames(
  database: Kysely<Schema>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from tijdig.worker_names(${codes}::text[])`.execute(database)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
