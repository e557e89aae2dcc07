import { createHash } from 'node:crypto'
import { type FoldPlan, SHARING_EVENTS } from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import { accessRules, attributeFields } from './access-rules.ts'

/** "TIJD" in ASCII, and one writer at a time. */
const LOCK = [0x54494a44, 4]

/** Writes out what the decision function allows, where that is another than what stands there. */
export async function ensureAccess(
  pool: Pool,
  plans: ReadonlyMap<string, FoldPlan>,
): Promise<void> {
  const routes = [...plans.values()].map(({ route }) => route)
  const tables = {
    access_rule: routes.flatMap(accessRules),
    attribute_field: routes.flatMap(attributeFields),
    work_step: routes.flatMap(({ code, facts }) =>
      Object.entries(facts).flatMap(([fact, definition]) =>
        definition.kind === 'clock' ? [{ route: code, fact, step: definition.to }] : [],
      ),
    ),
    filter_fact: routes.flatMap(({ code, filters }) =>
      Object.entries(filters).map(([attribute, { fact }]) => ({ route: code, attribute, fact })),
    ),
    sharing_event: SHARING_EVENTS.map((type) => ({ type })),
  }
  const hash = createHash('sha256').update(JSON.stringify(tables)).digest('hex')
  if (await isWritten(pool, hash)) return
  const client = await pool.connect()
  try {
    await inTransaction(client, async () => {
      await client.query('select pg_advisory_xact_lock($1, $2)', LOCK)
      if (await isWritten(client, hash)) return
      for (const [table, rows] of Object.entries(tables)) await rewrite(client, table, rows)
      await client.query('delete from tijdig.access_definition')
      await client.query('insert into tijdig.access_definition (hash) values ($1)', [hash])
    })
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function isWritten(client: Pool | PoolClient, hash: string): Promise<boolean> {
  const { rowCount } = await client.query('select from tijdig.access_definition where hash = $1', [
    hash,
  ])
  return rowCount === 1
}

async function rewrite(client: PoolClient, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`delete from tijdig.${table}`)
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  await client.query(
    `insert into tijdig.${table} (${columns.join(', ')})
    select * from unnest(${columns.map((_, place) => `$${place + 1}::text[]`).join(', ')})`,
    columns.map((column) => rows.map((row) => (row as Record<string, string>)[column])),
  )
}
