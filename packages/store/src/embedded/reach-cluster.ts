import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@tijdig/core'
import { Client, type ClientConfig, type DatabaseError as PostgresError } from 'pg'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import type { Binaries } from './binaries.ts'
import { findPassword } from './cluster.ts'
import type { Place } from './place.ts'
import { endOrphans, findPostmaster, isPostmasterAlive, type Postmaster } from './postmaster.ts'
import { startCluster } from './start-cluster.ts'

const PAUSE_MILLISECONDS = 200
const LONGEST_START_ATTEMPTS = 40
/** A PostgreSQL that was killed under load reads its log again first; that may take minutes. */
const LONGEST_RECOVERY_ATTEMPTS = 1500

/**
 * A way to connect to the PostgreSQL of a place: the one that runs, whoever started it
 * (also one that outlived its program), else a new one. What was killed is cleared away first.
 */
export async function reachCluster(
  place: Place,
  binaries: Binaries,
  notify: (sentence: string) => void,
  extraSettings: Readonly<Record<string, string>> = {},
): Promise<Result<ClientConfig, DatabaseError>> {
  let last = ''
  let told = false
  let failedStarts = 0
  for (let attempt = 0; attempt < LONGEST_RECOVERY_ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(PAUSE_MILLISECONDS)
    const postmaster = await findPostmaster(place.cluster)
    if (postmaster && (await isPostmasterAlive(place.cluster, postmaster.pid))) {
      const config = connectionTo(postmaster, await findPassword(place))
      const tried = await tryConnection(config, place)
      if (tried === 'connected') return ok(config)
      last = tried
      if (!told && attempt > 10) {
        told = true
        notify('De database herstelt zich na een onderbreking; een ogenblik.')
      }
      continue
    }
    // The process is gone; its number may since belong to another, at which PostgreSQL would balk.
    if (postmaster) await rm(join(place.cluster, 'postmaster.pid'), { force: true })
    const started = await startCluster(place, binaries, extraSettings)
    if (started.ok) continue
    last = started.error
    failedStarts++
    if (failedStarts === 10) await endOrphans(place.cluster)
    if (failedStarts >= LONGEST_START_ATTEMPTS) break
  }
  return err(
    databaseError(
      'embedded-start-failed',
      `De database in ${place.home} start niet. Kijk in ${place.log} wat er aan de hand is.`,
      last,
    ),
  )
}

function connectionTo(postmaster: Postmaster, password: string | undefined): ClientConfig {
  return {
    host: postmaster.socketFolder === '' ? '127.0.0.1' : postmaster.socketFolder,
    port: postmaster.port,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    ...(password === undefined ? {} : { password }),
  }
}

async function tryConnection(config: ClientConfig, place: Place): Promise<string> {
  const client = new Client({ ...config, connectionTimeoutMillis: 5_000 })
  // A server that goes down in the middle says so twice; the first time is enough.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === place.cluster ? 'connected' : 'another cluster answered'
  } catch (error) {
    return (error as PostgresError).message
  } finally {
    await client.end().catch(() => undefined)
  }
}
