import { type Kysely, sql } from 'kysely'
import { inSession } from '../access/session.ts'
import type { Schema } from '../database/schema.ts'
import { type AuditEntry, auditValues } from './audit-entry.ts'

/** Who does something, as the audit tells it: whoever's session it is, or the program by a name. */
export type Doer =
  | { readonly session: string; readonly address?: string | undefined }
  | { readonly program: string }

/** What it does by itself, and not for somebody. */
export const PROGRAM: Doer = { program: 'tijdig' }

/**
 * Does something in one transaction with its record, written last: nobody else can write one until
 * the transaction ends. Both stand after, or neither.
 * @param entry Gives what to write of what came of it; undefined where nothing was done.
 */
export async function told<T, D = Schema>(
  database: Kysely<D>,
  doer: Doer,
  work: (connection: Kysely<D>) => Promise<T>,
  entry: (result: T) => AuditEntry | undefined,
): Promise<T> {
  const both = async (connection: Kysely<D>) => {
    const result = await work(connection)
    const written = entry(result)
    if (written) await writeEntry(connection, doer, written)
    return result
  }
  return 'session' in doer
    ? inSession(database, doer.session, 'read write', both)
    : database.transaction().execute(both)
}

/** Who it was of a session, PostgreSQL finds by the session of the transaction. */
async function writeEntry<D>(connection: Kysely<D>, doer: Doer, entry: AuditEntry): Promise<void> {
  if ('session' in doer) {
    const values = auditValues(entry, doer.address)
    await sql`select tijdig.write_audit(${sql.join(values)})`.execute(connection)
  } else {
    const values = auditValues(entry, doer.program)
    await sql`select tijdig.write_system_audit(${sql.join(values)})`.execute(connection)
  }
}
