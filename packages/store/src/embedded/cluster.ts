import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'

const SUPERUSER = 'postgres'
/** Makes the cluster when it is not there; made aside and moved, so that it is whole or absent. */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  notify: (sentence: string) => void,
): Promise<Result<void, DatabaseError>> {
  const made = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (made !== undefined) return checkVersion(place, made.trim(), binaries)
  notify('De database wordt voor het eerst aangemaakt.')
  await removeUnfinished(place)
  const unfinished = `${place.cluster}.new-${process.pid}`
  const password = join(place.home, 'password')
  const onLoopback = process.platform === 'win32'
  if (onLoopback) await writePassword(password)
  const result = await run(
    binaries.initdb,
    [
      ...['--pgdata', unfinished, '--username', SUPERUSER, '--encoding', 'UTF8'],
      ...localeOf(binaries),
      ...(onLoopback
        ? ['--auth', 'scram-sha-256', '--pwfile', password]
        : ['--auth-local', 'trust', '--auth-host', 'reject']),
    ],
    { user: place.user, folder: place.home },
  )
  if (result.exitCode !== 0) {
    await rm(unfinished, { recursive: true, force: true })
    return err(
      databaseError(
        'embedded-start-failed',
        `De database kon niet worden aangemaakt in ${place.home}. Is er genoeg ruimte, en mag er geschreven worden?`,
        result.output,
      ),
    )
  }
  await appendFile(join(unfinished, 'postgresql.conf'), "\ninclude = 'tijdig.conf'\n")
  await writeFile(join(unfinished, 'tijdig.conf'), '')
  try {
    await rename(unfinished, place.cluster)
  } catch {
    // Another start made it meanwhile; theirs is as good.
    await rm(unfinished, { recursive: true, force: true })
  }
  return ok(undefined)
}

/** The password of the superuser; undefined where a closed socket folder guards the door. */
export async function findPassword(place: Place): Promise<string | undefined> {
  const text = await readFile(join(place.home, 'password'), 'utf8').catch(() => undefined)
  return text?.trim()
}

/** The same order and letters on every system, whatever it was set to and has installed. */
function localeOf(binaries: Binaries): string[] {
  const builtin = ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']
  return ['--locale', 'C', ...(majorOf(binaries) < 17 ? [] : builtin)]
}

function majorOf(binaries: Binaries): number {
  return Number(binaries.version.split('.')[0])
}

function checkVersion(
  place: Place,
  version: string,
  binaries: Binaries,
): Result<void, DatabaseError> {
  const major = majorOf(binaries)
  if (Number(version) === major) return ok(undefined)
  return err(
    databaseError(
      Number(version) > major ? 'data-folder-newer' : 'embedded-start-failed',
      `De database in ${place.home} is van PostgreSQL ${version}; deze Tijdig heeft PostgreSQL ${major}. ` +
        'Gebruik de versie van Tijdig waarmee de map is gemaakt, of kies een andere map met TIJDIG_DATA.',
    ),
  )
}

async function removeUnfinished(place: Place): Promise<void> {
  const beginning = `${basename(place.cluster)}.new-`
  for (const name of await readdir(place.home)) {
    if (!name.startsWith(beginning)) continue
    const pid = Number(name.slice(beginning.length))
    if (!isRunning(pid)) await rm(join(place.home, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function writePassword(path: string): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, password, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
}
