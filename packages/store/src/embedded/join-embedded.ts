import { err, ok, type Result } from '@tijdig/core'
import { Client, type ClientConfig, type DatabaseError as PostgresError } from 'pg'
import type { DatabaseError } from '../database/database-error.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { findPlace, type Place } from './place.ts'
import { reachCluster } from './reach-cluster.ts'
import { stopCluster } from './start-cluster.ts'

/** The embedded PostgreSQL of a data folder: how to get in, and how to stop it. */
export interface Embedded {
  readonly place: Place
  /** Makes sure that it runs, whoever started it, and says how to connect to Tijdig's database. */
  reach(): Promise<Result<ClientConfig, DatabaseError>>
  stop(): Promise<void>
}

const DATABASE = 'tijdig'

export async function joinEmbedded(
  dataFolder: string,
  notify: (sentence: string) => void,
  extraSettings: Readonly<Record<string, string>> = {},
): Promise<Result<Embedded, DatabaseError>> {
  const place = await findPlace(dataFolder, notify)
  if (!place.ok) return place
  const binaries = await prepareBinaries(place.value.home, place.value.user, notify)
  if (!binaries.ok) return binaries
  const made = await ensureCluster(place.value, binaries.value, notify)
  if (!made.ok) return made
  return ok(embedded(place.value, binaries.value, notify, extraSettings))
}

function embedded(
  place: Place,
  binaries: Binaries,
  notify: (sentence: string) => void,
  extraSettings: Readonly<Record<string, string>>,
): Embedded {
  return {
    place,
    async reach() {
      for (let attempt = 1; ; attempt++) {
        const config = await reachCluster(place, binaries, notify, extraSettings)
        if (!config.ok) return err(config.error)
        try {
          await ensureDatabase(config.value)
          return ok({ ...config.value, database: DATABASE })
        } catch (error) {
          // Its last user may just have stopped it: then it is started again.
          if (attempt === 5) throw error
        }
      }
    },
    stop: () => stopCluster(place, binaries),
  }
}

async function ensureDatabase(config: ClientConfig): Promise<void> {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // Two first starts at once: the other one made it.
    if (!['42P04', '23505'].includes((error as PostgresError).code ?? '')) throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
