import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

const LOCK_SPACE = 0x54494a44
const CHANGING_KEYS = 7

/** One program at a time makes or destroys keys, until its transaction ends. */
export async function lockKeys(connection: Kysely<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, ${CHANGING_KEYS})`.execute(connection)
}
