import { existsSync } from 'node:fs'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { type Binaries, prepareBinaries } from '../embedded/binaries.ts'
import { ensureCluster } from '../embedded/cluster.ts'
import { findPlace } from '../embedded/place.ts'
import { reachCluster } from '../embedded/reach-cluster.ts'
import { stopCluster } from '../embedded/start-cluster.ts'
import { dropTemplate, makeTemplate } from './template-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The servers that the tests run on: the embedded one, and the oldest that is supported. */
    servers: readonly TestServer[]
  }
}

export interface TestServer {
  readonly name: string
  readonly config: ClientConfig
  /** A migrated database, to be copied. */
  readonly template: string
}

/** Debian keeps the programs of PostgreSQL 15 here. */
const PACKAGED = '/usr/lib/postgresql/15/bin'

// What a test wrote need not outlive a power cut, and waiting for the disk takes most of the time.
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Starts PostgreSQL once for all tests; a test file makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers: TestServer[] = []
  const stops: (() => Promise<void>)[] = []
  const add = async (name: string, config: ClientConfig) => {
    servers.push({ name, config, template: await makeTemplate(config) })
  }
  const start = async (name: string, programs?: Binaries) => {
    const started = await startServer(programs)
    stops.push(started.stop)
    await add(name, started.config)
  }
  await start('PostgreSQL 18')
  const named = process.env.TIJDIG_TEST_POSTGRES
  if (named) await add('PostgreSQL 15', { connectionString: named })
  else if (existsSync(PACKAGED)) {
    await start('PostgreSQL 15', {
      initdb: join(PACKAGED, 'initdb'),
      pgCtl: join(PACKAGED, 'pg_ctl'),
      postgres: join(PACKAGED, 'postgres'),
      version: '15',
    })
  }
  project.provide('servers', servers)
  return async () => {
    for (const { config, template } of servers) await dropTemplate(config, template)
    for (const stop of stops) await stop()
  }
}

async function startServer(
  programs: Binaries | undefined,
): Promise<{ config: ClientConfig; stop: () => Promise<void> }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tijdig-test-')))
  await chmod(folder, 0o755)
  const place = get(await findPlace(folder, silent))
  const binaries = programs ?? get(await prepareBinaries(place.home, place.user, silent))
  get(await ensureCluster(place, binaries, silent))
  const config = get(await reachCluster(place, binaries, silent, QUICK))
  return {
    config,
    async stop() {
      await stopCluster(place, binaries)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function silent(): void {}

function get<T>(
  result: { ok: true; value: T } | { ok: false; error: { reason: string; detail?: string } },
): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.reason} ${result.error.detail ?? ''}`)
}
