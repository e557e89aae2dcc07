import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig, type Pool } from 'pg'
import { inject } from 'vitest'
import { openPool } from '../database/pool.ts'
import { migrate } from '../migrations/migrate.ts'
import type { TestServer } from './global-setup.ts'

/** A database of a test's own, migrated, in a server that all tests share. */
export interface TestDatabase {
  /** With the rights of the application. */
  readonly pool: Pool
  /** To connect as its owner, who is a superuser. */
  readonly config: ClientConfig
  /** Runs SQL as the owner. */
  asOwner(sql: string): Promise<unknown[]>
  drop(): Promise<void>
}

/** The servers that tests run on: the embedded one first. */
export function testServers(): readonly TestServer[] {
  return inject('servers')
}

export async function createTestDatabase(server = testServers()[0]): Promise<TestDatabase> {
  if (!server) throw new Error('no PostgreSQL was started for the tests')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await run(server.config, `create database ${name}`)
  const config = inDatabase(server.config, name)
  const owner = new Client(config)
  await owner.connect()
  const migrated = await migrate(owner)
  await owner.end()
  if (!migrated.ok) throw new Error(migrated.error.reason)
  const pool = openPool(config)
  return {
    pool,
    config,
    asOwner: (sql) => run(config, sql),
    async drop() {
      await pool.end()
      await run(server.config, `drop database ${name} with (force)`)
    },
  }
}

function inDatabase(config: ClientConfig, name: string): ClientConfig {
  if (!config.connectionString) return { ...config, database: name }
  const url = new URL(config.connectionString)
  url.pathname = `/${name}`
  return { ...config, connectionString: url.href }
}

async function run(config: ClientConfig, sql: string): Promise<unknown[]> {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}
