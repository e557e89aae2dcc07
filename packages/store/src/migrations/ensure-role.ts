import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@tijdig/core'
import type { Client, DatabaseError as PostgresError } from 'pg'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import { inTransaction } from '../database/transaction.ts'

/** The role whose rights every connection of the application has; it belongs to the whole server. */
export const APPLICATION_ROLE = 'tijdig_app'

// Several databases of one server may make it at once: then one of them finds it there,
// or its catalogue row being changed.
const MADE_MEANWHILE = new Set(['42710', '23505', 'XX000'])
const ATTEMPTS = 10

/** Makes the role where it is missing, and lets the one who connects act as it. */
export async function ensureRole(client: Client): Promise<Result<void, DatabaseError>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { rows } = await client.query<{ there: boolean }>(
        'select exists (select from pg_roles where rolname = $1) as there',
        [APPLICATION_ROLE],
      )
      if (!rows[0]?.there) await client.query(`create role ${APPLICATION_ROLE} nologin`)
      // The maker of a role may administer it, but not act as it until it is granted.
      if (!(await mayActAs(client))) {
        await client.query(`grant ${APPLICATION_ROLE} to current_user`)
      }
      return ok(undefined)
    } catch (error) {
      const { code, message } = error as PostgresError
      if (code !== undefined && MADE_MEANWHILE.has(code) && attempt < ATTEMPTS) {
        await pause(50 * attempt)
        continue
      }
      if (code !== '42501') throw error
      const { rows } = await client.query<{ name: string }>(
        'select quote_ident(current_user) as name',
      )
      const name = rows[0]?.name ?? 'GEBRUIKER'
      return err(
        databaseError(
          'database-role-missing',
          `De gebruiker uit DATABASE_URL mag de rol ${APPLICATION_ROLE} niet maken of gebruiken. ` +
            `Laat een beheerder dit uitvoeren: CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO ${name};`,
          message,
        ),
      )
    }
  }
}

async function mayActAs(client: Client): Promise<boolean> {
  try {
    await inTransaction(client, () => client.query(`set local role ${APPLICATION_ROLE}`))
    return true
  } catch (error) {
    if ((error as PostgresError).code === '42501') return false
    throw error
  }
}
