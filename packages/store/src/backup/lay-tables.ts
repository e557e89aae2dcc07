import { ok, type Result } from '@tijdig/core'
import { type Client, escapeIdentifier } from 'pg'
import { apply, letIn, makeList } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/migrations.ts'
import { type BackupError, refuse } from './backup-error.ts'
import { KEPT, LEFT_OUT } from './tables.ts'

/** Of a database in which nothing was kept yet, these may have rows all the same. */
const OF_NO_MATTER = new Set(Object.keys(LEFT_OUT).filter((name) => name !== 'session'))
const HEADS = ['log', 'audit_head']

/**
 * Lays down empty tables as they were when a backup was made, where there are none or only empty
 * ones. In the transaction of who calls.
 */
export async function layTables(
  client: Client,
  migrations: readonly Migration[],
  place: string,
): Promise<Result<void, BackupError>> {
  const holds = await findContents(client)
  if (holds !== undefined) {
    return refuse(
      'not-empty',
      `De database op ${place} is niet leeg: er staat al iets in (${holds}). ` +
        'Kies met --data een nieuwe map, of geef in DATABASE_URL een lege database.',
    )
  }
  await client.query('drop schema if exists tijdig cascade')
  await letIn(client)
  await makeList(client)
  for (const migration of migrations) await apply(client, migration)
  return ok(undefined)
}

/** The first table with something in it that somebody would miss. */
async function findContents(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'tijdig'",
  )
  const there = new Set(rows.map(({ name }) => name))
  const known = KEPT.map(({ name }) => name).filter((name) => there.has(name))
  const others = [...there].filter((name) => !OF_NO_MATTER.has(name) && !known.includes(name))
  for (const name of [...known, ...others.sort()]) {
    const some = HEADS.includes(name) ? 'where position > 0' : ''
    const { rowCount } = await client.query(
      `select from tijdig.${escapeIdentifier(name)} ${some} limit 1`,
    )
    if (rowCount !== 0) return name
  }
  return undefined
}
