import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@tijdig/core'
import { Client, type ClientConfig } from 'pg'
import { ACTOR_ROLE, SYSTEM_ROLE } from '../migrations/ensure-roles.ts'
import { migrate } from '../migrations/migrate.ts'
import { chooseServer, type Server } from './choose-server.ts'
import { openDataFolder } from './data-folder.ts'
import type { Database, DatabaseOptions } from './database.ts'
import { type DatabaseError, databaseError } from './database-error.ts'
import { Keeper } from './keeper.ts'
import { configFor, ensureLogins, type Logins } from './logins.ts'
import { checkServer } from './own-server.ts'
import { openPool } from './pool.ts'

const ATTEMPTS_TO_SERVE = 15
const ATTEMPTS = 50
const RECOVERY_ATTEMPTS = 5

/**
 * Opens the database of a data folder, ready for use: found or started, locked, migrated.
 * What stands in the way is an error with a sentence that says what to do.
 */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<Result<Database, DatabaseError>> {
  const folder = await openDataFolder(options.dataFolder)
  if (!folder.ok) return folder
  const server = await chooseServer(folder.value, options)
  if (!server.ok) return server
  const entered = await enter(server.value, folder.value, options.role)
  if (!entered.ok) return entered
  const { keeper, config } = entered.value
  const ready = await prepareAsOwner(config, server.value.place, options)
  if (!ready.ok) {
    await leave(server.value, keeper)
    return ready
  }
  return ok(new OpenDatabase(server.value, folder.value, options, keeper, config, ready.value))
}

class OpenDatabase implements Database {
  readonly pool
  readonly actorPool
  readonly kind
  readonly place
  #keeper: Keeper
  #closing: Promise<void> | undefined
  #recovering: Promise<void> = Promise.resolve()
  readonly #server: Server
  readonly #logins: Logins

  constructor(
    server: Server,
    folder: string,
    options: DatabaseOptions,
    keeper: Keeper,
    config: ClientConfig,
    logins: Logins,
  ) {
    this.kind = server.kind
    this.place = server.place
    this.pool = openPool(configFor(config, logins, SYSTEM_ROLE), SYSTEM_ROLE)
    this.actorPool = openPool(configFor(config, logins, ACTOR_ROLE), ACTOR_ROLE)
    this.#logins = logins
    this.#server = server
    this.#keeper = keeper
    // A tool's work fails by itself when the database is gone; a server waits for it to be back.
    if (options.role === 'server') this.#watch(folder, options)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await Promise.all([this.pool.end(), this.actorPool.end()])
    // What a recovery under way started is left by it, or by the keeper that it brought.
    await this.#recovering
    await leave(this.#server, this.#keeper)
  }

  #watch(folder: string, options: DatabaseOptions): void {
    const recover = () =>
      this.#recover(folder, options).catch((error: Error) => {
        if (!this.#closing) options.onLost?.(`De database is weggevallen: ${error.message}`)
      })
    this.#keeper.onLost(() => {
      this.#recovering = recover()
    })
  }

  async #recover(folder: string, options: DatabaseOptions): Promise<void> {
    let reason = ''
    for (let attempt = 1; attempt <= RECOVERY_ATTEMPTS && !this.#closing; attempt++) {
      const entered = await enter(this.#server, folder, 'server')
      if (entered.ok && this.#closing) return leave(this.#server, entered.value.keeper)
      if (entered.ok) {
        const { config } = entered.value
        Object.assign(this.pool.options, configFor(config, this.#logins, SYSTEM_ROLE))
        Object.assign(this.actorPool.options, configFor(config, this.#logins, ACTOR_ROLE))
        this.#keeper = entered.value.keeper
        this.#watch(folder, options)
        return
      }
      reason = entered.error.reason
      await pause(1000 * attempt)
    }
    if (!this.#closing) options.onLost?.(reason)
  }
}

/** Connects and takes the locks; starts anew where its last user was just stopping it. */
export async function enter(
  server: Server,
  folder: string,
  role: DatabaseOptions['role'],
): Promise<Result<{ keeper: Keeper; config: ClientConfig }, DatabaseError>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const config = await server.reach()
    if (!config.ok) return config
    const keeper = await Keeper.connect(config.value, role).catch(() => undefined)
    if (!(await keeper?.startUsing().catch(() => false))) {
      await keeper?.end()
      await pause(100)
      continue
    }
    if (!keeper) continue
    if (role === 'tool' || (await becomeServer(keeper, folder))) {
      return ok({ keeper, config: config.value })
    }
    await leave(server, keeper)
    return err(
      databaseError(
        'data-folder-in-use',
        `Er draait al een Tijdig op de map ${folder}. Stop die eerst, of kies een andere map met TIJDIG_DATA.`,
      ),
    )
  }
  return err(
    databaseError(
      'database-unreachable',
      `De database op ${server.place} wordt steeds gestopt terwijl Tijdig start. Probeer het zo nog eens.`,
    ),
  )
}

/** PostgreSQL takes a moment to see that a server that was killed is gone, and with it its lock. */
async function becomeServer(keeper: Keeper, folder: string): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS_TO_SERVE; attempt++) {
    if (await keeper.becomeServer(folder)) return true
    await pause(100)
  }
  return false
}

async function leave(server: Server, keeper: Keeper): Promise<void> {
  const isLast = await keeper.isLast().catch(() => false)
  // While the lock is still held: who comes now waits until it is down, and starts it again.
  if (isLast && server.stop) await server.stop()
  await keeper.end()
}

async function prepareAsOwner(
  config: ClientConfig,
  place: string,
  { notify = () => undefined }: DatabaseOptions,
): Promise<Result<Logins, DatabaseError>> {
  const client = new Client({ ...config, application_name: 'tijdig migration' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const unfit = await checkServer(client, place)
    if (unfit) return err(unfit)
    const migrated = await migrate(client)
    return migrated.ok ? ok(await ensureLogins(client, config, notify)) : migrated
  } finally {
    await client.end().catch(() => undefined)
  }
}
