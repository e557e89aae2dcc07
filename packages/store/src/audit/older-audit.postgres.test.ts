import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeptFolder } from '../backup/kept-folder.ts'
import type { BackupManifest, TableFile } from '../backup/manifest.ts'
import { WRITING, writeTable } from '../backup/read-snapshot.ts'
import { restore } from '../backup/restore.ts'
import { KEPT } from '../backup/tables.ts'
import { apply, letIn, makeList, migrate } from '../migrations/migrate.ts'
import { readMigrations } from '../migrations/migrations.ts'
import { openStore } from '../store.ts'
import { databaseUrl } from '../testing/database-url.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import { type AuditCheckpoint, hashOfEnds } from './checkpoint.ts'

/** The last step in which there was one chain. */
const BEFORE = 12

let database: TestDatabase
let folder: string
let kept: string
let lodged: AuditCheckpoint

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tijdig-older-'))
  const client = new Client(database.config)
  await client.connect()
  await client.query('drop schema tijdig cascade')
  await letIn(client)
  await makeList(client)
  const migrations = (await readMigrations()).slice(0, BEFORE)
  for (const migration of migrations) await apply(client, migration)
  for (let record = 0; record < 3; record++) {
    await client.query(
      `select tijdig.write_system_audit('command', null, null, 'done', '{}', 'proef')`,
    )
  }
  const { rows } = await client.query<{ identity: string; position: string; hash: string }>(
    `select identity, position, encode(hash, 'hex') as hash from tijdig.audit_head`,
  )
  const { rows: logs } = await client.query<{ identity: string; hash: string }>(
    `select identity, encode(hash, 'hex') as hash from tijdig.log`,
  )
  const [head, log] = [rows[0], logs[0]]
  if (!head || !log) throw new Error('nothing has a head')
  const audit = { ...head, position: Number(head.position) }
  const chains = [{ chain: 0, position: audit.position, hash: audit.hash }]
  const at = '2026-06-01T10:00:00Z'
  lodged = { identity: audit.identity, at, hash: hashOfEnds(audit.identity, chains), chains }
  await client.end()

  // A backup in the form in which it was made then.
  const draft = await KeptFolder.begin(folder, 'tijdig-2026-06-01T10-00-00Z')
  if (!draft) throw new Error('there is a backup already')
  const files: TableFile[] = []
  const reader = await database.pool.connect()
  await reader.query(`begin; ${WRITING}`)
  for (const table of KEPT) {
    const { rows: there } = await reader.query<{ is: boolean }>(
      `select to_regclass(format('tijdig.%I', $1::text)) is not null as is`,
      [table.name],
    )
    // What came later was not in a backup of then.
    if (!there[0]?.is) continue
    const order = { audit: 'position', audit_head: 'only_one' }[table.name] ?? table.order
    files.push(await writeTable(reader, draft, { ...table, order }, () => undefined))
  }
  await reader.query('rollback')
  reader.release()
  const { number, checksum } = migrations.at(-1) ?? { number: 0, checksum: '' }
  const manifest: BackupManifest = {
    ...{ kind: 'tijdig-backup', format: 1, madeAt: at, identity: log.identity, files, audit },
    ...{ schema: { number, checksum }, log: { position: 0, hash: log.hash } },
    rows: { log: files.reduce((sum, file) => sum + file.rows, 0), vault: 0 },
  }
  kept = await draft.finish(manifest)
}, 60_000)
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function expectWhole(pools: Pick<TestDatabase, 'pool' | 'actorPool'>) {
  const { audit } = openStore(pools, testPlans)
  expect(await audit.verify([lodged])).toMatchObject({ intact: true, records: 3 })
  await audit.writeOwn('proef', { kind: 'command', outcome: 'done' })
  const { chains } = await audit.checkpoint()
  expect(chains).toHaveLength(17)
  expect(chains[0]).toEqual(lodged.chains[0])
  expect(await audit.verify([lodged])).toMatchObject({ intact: true, records: 4 })
}

test('a backup of before there were more chains goes back, and is whole', async () => {
  const [server] = testServers()
  if (!server) throw new Error('no PostgreSQL was started for the tests')
  const to = await createTestDatabase()
  try {
    const restored = await restore({
      dataFolder: join(folder, 'data'),
      environment: { DATABASE_URL: databaseUrl(server.config, to.config.database ?? '') },
      ...{ from: kept, keysFrom: null, keys: join(folder, 'keys'), masterKey: undefined },
    })
    expect(restored).toMatchObject({ ok: true })
    await expectWhole(to)
  } finally {
    await to.drop()
  }
})

test('a database of before there were more chains goes on, its own records as they were', async () => {
  const client = new Client(database.config)
  await client.connect()
  expect(await migrate(client)).toMatchObject({ ok: true })
  await client.end()
  await expectWhole(database)
  const { rows } = await database.pool.query<{ number: string }>(
    `select record -> 'event' ->> 'EventID' as number from tijdig.audit where chain = 0 order by position`,
  )
  expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3'])
})
