import { err, ok, type Result } from '@tijdig/core'
import type { Client, DatabaseError as PostgresError } from 'pg'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import { inTransaction } from '../database/transaction.ts'
import { ACTOR_ROLE, ensureRoles, SYSTEM_ROLE } from './ensure-roles.ts'
import { type Migration, readMigrations } from './migrations.ts'

const LOCK_SPACE = 0x54494a44
const MIGRATING = 2

interface Applied {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

/**
 * Brings the database to the form that this program works with, one program at a time.
 * @param client A connection that may create things (the owner's), not the application's.
 */
export async function migrate(client: Client): Promise<Result<void, DatabaseError>> {
  const migrations = await readMigrations()
  await client.query('select pg_advisory_lock($1, $2)', [LOCK_SPACE, MIGRATING])
  try {
    const roles = await ensureRoles(client)
    if (!roles.ok) return roles
    await letIn(client)
    await prepare(client)
    const { rows: applied } = await client.query<Applied>(
      'select number, name, checksum from tijdig.migration order by number',
    )
    const wrong = compare(applied, migrations)
    if (wrong) return err(wrong)
    for (const migration of migrations.slice(applied.length)) {
      await inTransaction(client, () => apply(client, migration))
    }
    return ok(undefined)
  } catch (error) {
    const { code, message } = error as PostgresError
    if (code !== '42501') throw error
    return err(
      databaseError(
        'database-rights-missing',
        'De gebruiker uit DATABASE_URL mag in deze database geen schema en tabellen maken. ' +
          'Geef die rechten (CREATE op de database), of neem een gebruiker die ze heeft.',
        message,
      ),
    )
  } finally {
    await client.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, MIGRATING])
  }
}

/** Also in a database of before there were two roles. */
export async function letIn(client: Client): Promise<void> {
  await client.query(`
    create schema if not exists tijdig;
    grant usage on schema tijdig to ${ACTOR_ROLE}, ${SYSTEM_ROLE}`)
}

async function prepare(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('tijdig.migration') is not null as there",
  )
  if (rows[0]?.there) return
  await inTransaction(client, () => makeList(client))
}

/** The list of what was applied, in the transaction of who calls. */
export async function makeList(client: Client): Promise<void> {
  await client.query(`
    create table tijdig.migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
}

/** One migration, in the transaction of who calls. */
export async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query(migration.sql)
  await client.query('insert into tijdig.migration (number, name, checksum) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.checksum,
  ])
}

function compare(
  applied: readonly Applied[],
  migrations: readonly Migration[],
): DatabaseError | undefined {
  if (applied.length > migrations.length) {
    return databaseError(
      'database-newer',
      'Deze database is van een nieuwere versie van Tijdig. Werk Tijdig bij, of kies een andere database.',
    )
  }
  const changed = applied.find((one, index) => one.checksum !== migrations[index]?.checksum)
  if (!changed) return undefined
  return databaseError(
    'migration-changed',
    `Deze database is gemaakt met een andere versie van stap ${changed.number} (${changed.name}) ` +
      'dan dit programma kent. Gebruik de uitgave van Tijdig waarmee zij is gemaakt, of kies een andere database.',
  )
}
