import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** By code, the names of workers of the actor's own organisation; those of others are not told. */
export async function findWorkerNames(
  database: Kysely<Schema>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from tijdig.worker_names(${codes}::text[])`.execute(database)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
