import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** Somebody by the code under which the log names their work. */
export interface NamedWorker {
  readonly code: string
  /** Null: not known in the actor's own organisation. */
  readonly name: string | null
  readonly isMe: boolean
}

/** Who is behind each of these codes, in the actor's own organisation. */
export async function findWorkers(
  database: Kysely<Schema>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamedWorker>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: string | null; isMe: boolean }>`
    select c.code, n.name, c.code = any (tijdig.own_worker_codes()) as "isMe"
    from unnest(${codes}::text[]) as c(code)
      left join tijdig.worker_names(${codes}::text[]) n on n.code = c.code`.execute(database)
  return new Map(rows.map((row) => [row.code, row]))
}
