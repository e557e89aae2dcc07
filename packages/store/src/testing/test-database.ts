import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig, type Pool } from 'pg'
import { inject } from 'vitest'
import { configFor, ensureLogins, loginName } from '../database/logins.ts'
import { openPool } from '../database/pool.ts'
import { ACTOR_ROLE, SYSTEM_ROLE } from '../migrations/ensure-roles.ts'
import type { TestServer } from './global-setup.ts'
import { FINISH_COPY, inDatabase } from './template-database.ts'

/** A database of a test's own, migrated, in a server that all tests share. */
export interface TestDatabase {
  /** With the rights of the program itself. */
  readonly pool: Pool
  /** With the rights of somebody who signed in. */
  readonly actorPool: Pool
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
  await run(server.config, `create database ${name} template ${server.template}`)
  const config = inDatabase(server.config, name)
  const owner = new Client(config)
  await owner.connect()
  await owner.query(FINISH_COPY)
  const logins = await ensureLogins(owner, config, (sentence) => {
    throw new Error(sentence)
  })
  await owner.end()
  const [pool, actorPool] = ([SYSTEM_ROLE, ACTOR_ROLE] as const).map((role) =>
    openPool(configFor(config, logins, role), role),
  ) as [Pool, Pool]
  return {
    pool,
    actorPool,
    config,
    asOwner: (sql) => run(config, sql),
    async drop() {
      await Promise.all([pool.end(), actorPool.end()])
      await run(server.config, `drop database ${name} with (force)`)
      for (const role of [SYSTEM_ROLE, ACTOR_ROLE] as const) {
        await run(server.config, `drop role ${loginName(role, name)}`)
      }
    },
  }
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
