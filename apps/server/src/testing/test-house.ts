import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { catalogue } from '@tijdig/catalogue'
import { type Event, getMoment, type Moment, parseEvent } from '@tijdig/core'
import { openFileKeys } from '@tijdig/store'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { ClientConfig } from 'pg'
import { createTestDatabase } from '../../../../packages/store/src/testing/test-database.ts'
import { buildServer } from '../api/build-server.ts'
import type { House } from '../house/house.ts'
import { furnish } from '../house/open-house.ts'
import { importLog } from '../import/import-log.ts'
import { inProject } from '../start/data-folder.ts'
import { signInAs } from './sign-in-as.ts'

type Who = Parameters<typeof signInAs>[1]

/** Today, in tests. */
const TODAY = getMoment('2023-06-01T10:00:00Z')

/** A data folder of its own, where PostgreSQL's own user may enter too. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tijdig-huis-'))
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export interface TestHouse {
  readonly house: House
  /** Runs SQL as the owner of the database, past all that guards it. */
  readonly asOwner: (sql: string) => Promise<unknown>
  /** To connect to its database as its owner, from another process too. */
  readonly config: ClientConfig
  readonly dataFolder: string
  close(): Promise<void>
}

/**
 * A house with a database and a data folder of its own, which go when the house closes.
 * @param now Left out: a day in June 2023. The database itself has the day of the machine.
 */
export async function openTestHouse(now: () => Moment = () => TODAY): Promise<TestHouse> {
  const folder = await temporaryFolder()
  const { pool, actorPool, asOwner, config, drop } = await createTestDatabase()
  const database = { pool, actorPool, kind: 'own', place: 'the test', close: drop } as const
  const keys = await openFileKeys({
    folder: join(folder.path, 'keys'),
    role: 'server',
    random: randomBytes,
  })
  if (!keys.ok) throw new Error(keys.error.reason)
  const house = furnish(database, { dataFolder: folder.path, catalogue, now }, keys.value)
  return {
    house,
    asOwner,
    config,
    dataFolder: folder.path,
    async close() {
      await closeServed(house)
      await folder.remove()
    },
  }
}

/** What serves a house, to be closed before it. */
const served = new WeakMap<House, FastifyInstance[]>()

/** Closes a house and what serves it: a server that goes on would write later to a database that is gone. */
export async function closeServed(house: House): Promise<void> {
  await Promise.all((served.get(house) ?? []).map((app) => app.close()))
  await house.close()
}

/** Brings in logs of `examples/`. */
export async function loadExamples(house: House, ...names: readonly string[]): Promise<void> {
  const imported = await importLog({
    store: house.store,
    paths: names.map((name) => inProject('examples', name)),
    input: Readable.from([]),
    workingFolder: tmpdir(),
  })
  if (!imported.ok || imported.value.refused > 0) throw new Error(JSON.stringify(imported))
}

/** Records events as somebody would write them in a log. */
export async function record(house: House, ...events: readonly object[]): Promise<void> {
  const results = await house.store.append(events.map(parsed))
  const refused = results.find((result) => !result.ok)
  if (refused) throw new Error(JSON.stringify(refused))
}

function parsed(value: object): Event {
  const event = parseEvent(value)
  if (!event.ok) throw new Error(event.error.reason)
  return event.value
}

/** May count, publish and verify everything, and sees no trajectory at all. */
export const PUBLISHER: Who = {
  role: 'publisher',
  organisation: 'PB',
  kind: 'programme-office',
}

/**
 * The server over a house, and short ways to ask it something as somebody.
 * @param who Left out: a publisher of the programme office.
 */
export async function serve(house: House, who: Who = PUBLISHER) {
  const app = await buildServer({
    house: async () => house,
    // Tests ask more in a minute than people do in a day.
    rates: 'off',
    report: (error) => {
      throw error
    },
  })
  served.set(house, [...(served.get(house) ?? []), app])
  const enter = async (next: Who) => callerOf(app, (await signInAs(house, next)).cookie)
  return { app, enter, ...(await enter(who)) }
}

export type Caller = ReturnType<typeof callerOf>

function callerOf(app: FastifyInstance, cookie: string) {
  const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { host: 'localhost', cookie },
      ...(payload && { payload }),
    })
  return {
    cookie,
    get: (path: string): Promise<LightMyRequestResponse> => send('GET', path),
    post: (path: string, payload?: object) => send('POST', path, payload),
    put: (path: string, payload: object) => send('PUT', path, payload),
    del: (path: string) => send('DELETE', path),
    send,
  }
}
