import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** SHA-256 of a token, in hex. */
const SESSION = /^[0-9a-f]{64}$/

/**
 * SQL that begins a transaction of an actor's: one round trip.
 * @param session Stands in the text itself, so nothing else than a hash in hex is let through.
 */
export function beginAs(session: string, mode: 'read only' | 'read write' = 'read write'): string {
  if (!SESSION.test(session)) throw new Error('a session is named by 64 hexadecimal digits')
  return `begin ${mode}; set local tijdig.session = '${session}'`
}

/** Runs work in one transaction of an actor's, on one connection. */
export async function inSession<T, D = Schema>(
  database: Kysely<D>,
  session: string,
  mode: 'read only' | 'read write',
  work: (connection: Kysely<D>) => Promise<T>,
): Promise<T> {
  const begin = beginAs(session, mode)
  return database.connection().execute(async (connection) => {
    await sql.raw(begin).execute(connection)
    try {
      const result = await work(connection)
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      // A connection that is gone has rolled back by itself; the first error is the one to tell.
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}
