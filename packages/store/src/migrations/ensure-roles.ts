import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@tijdig/core'
import type { Client, DatabaseError as PostgresError } from 'pg'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import { inTransaction } from '../database/transaction.ts'

/** For what somebody asks who signed in: sees what row-level security lets through, writes nothing. */
export const ACTOR_ROLE = 'tijdig_app'
/** For what the program itself does: appending, counting over all, publishing. */
export const SYSTEM_ROLE = 'tijdig_system'
/** Every connection of the application has the rights of one of these; they belong to the whole server. */
export type ApplicationRole = typeof ACTOR_ROLE | typeof SYSTEM_ROLE

// Several databases of one server may make it at once: then one of them finds it there,
// or its catalogue row being changed.
const MADE_MEANWHILE = new Set(['42710', '23505', 'XX000'])
const ATTEMPTS = 10

/** Makes the roles where they are missing, and lets the one who connects act as them. */
export async function ensureRoles(client: Client): Promise<Result<void, DatabaseError>> {
  for (const role of [ACTOR_ROLE, SYSTEM_ROLE] as const) {
    const ensured = await ensureRole(client, role)
    if (!ensured.ok) return ensured
  }
  return ok(undefined)
}

/** Does something to the roles of the server, again when another did so at the same moment. */
export async function changeRoles(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await change()
      return
    } catch (error) {
      const { code } = error as PostgresError
      if (code === undefined || !MADE_MEANWHILE.has(code) || attempt === ATTEMPTS) throw error
      await pause(50 * attempt)
    }
  }
}

async function ensureRole(
  client: Client,
  role: ApplicationRole,
): Promise<Result<void, DatabaseError>> {
  try {
    await changeRoles(async () => {
      if (!(await isRole(client, role))) await client.query(`create role ${role} nologin`)
      // The maker of a role may administer it, but not act as it until it is granted.
      if (!(await mayActAs(client, role))) await client.query(`grant ${role} to current_user`)
    })
    return ok(undefined)
  } catch (error) {
    const { code, message } = error as PostgresError
    if (code !== '42501') throw error
    return err(await roleMissing(client, message))
  }
}

async function roleMissing(client: Client, message: string): Promise<DatabaseError> {
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name')
  const name = rows[0]?.name ?? 'GEBRUIKER'
  const roles = [ACTOR_ROLE, SYSTEM_ROLE]
  const there = await Promise.all(roles.map((role) => isRole(client, role)))
  const commands = roles.flatMap((role, place) => [
    ...(there[place] ? [] : [`CREATE ROLE ${role} NOLOGIN;`]),
    `GRANT ${role} TO ${name};`,
  ])
  return databaseError(
    'database-role-missing',
    `De gebruiker uit DATABASE_URL mag de rollen ${roles.join(' en ')} niet maken of gebruiken. ` +
      `Laat een beheerder dit uitvoeren: ${commands.join(' ')}`,
    message,
  )
}

export async function isRole(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  return rowCount === 1
}

async function mayActAs(client: Client, role: ApplicationRole): Promise<boolean> {
  try {
    await inTransaction(client, () => client.query(`set local role ${role}`))
    return true
  } catch (error) {
    if ((error as PostgresError).code === '42501') return false
    throw error
  }
}
