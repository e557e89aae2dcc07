import { spawn } from 'node:child_process'
import { chown, open, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '@tijdig/core'
import type { Binaries } from './binaries.ts'
import { makeSocketFolder, type Place } from './place.ts'
import { cleanEnvironment, run } from './run.ts'
import { type Listening, settingsText } from './settings.ts'

const LARGEST_LOG = 5_000_000
/** Milliseconds. */
const START_PAUSE = 20
const LONGEST_START = 60_000

/** Starts PostgreSQL on its cluster, apart from this process, so that only a stop ends it. */
export async function startCluster(
  place: Place,
  binaries: Binaries,
  extraSettings: Readonly<Record<string, string>> = {},
): Promise<Result<void, string>> {
  const listening: Listening =
    process.platform === 'win32'
      ? { kind: 'loopback', port: await freePort() }
      : { kind: 'socket', folder: await makeSocketFolder(place) }
  await writeSettings(place, settingsText(listening, extraSettings))
  await shortenLog(place)
  const failure = await (process.platform === 'win32'
    ? startWithControl(place, binaries)
    : startDetached(place, binaries))
  if (failure === undefined) return ok(undefined)
  return err(`${failure}\n${await lastOfLog(place)}`.trim())
}

/**
 * In a session of its own, so that a Ctrl-C for this program is none for the database.
 * Without a shell: a path may hold any character. Gives what went wrong.
 */
async function startDetached(place: Place, binaries: Binaries): Promise<string | undefined> {
  const log = await open(place.log, 'a', 0o600)
  if (place.user) await log.chown(place.user.uid, place.user.gid)
  const child = spawn(binaries.postgres, ['-D', place.cluster], {
    detached: true,
    cwd: place.home,
    env: cleanEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
  })
  let failure: string | undefined
  child.on('error', (error) => {
    failure = error.message
  })
  child.on('exit', (code) => {
    failure = `postgres ended with code ${code}`
  })
  await log.close()
  for (let turn = 0; turn < LONGEST_START / START_PAUSE && failure === undefined; turn++) {
    await pause(START_PAUSE)
    // Not ready in time is no failure: it may have much to recover, and connecting will show.
    if (await isReady(place, child.pid)) break
  }
  child.removeAllListeners()
  child.unref()
  return failure
}

async function isReady(place: Place, pid: number | undefined): Promise<boolean> {
  const text = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** The way of Windows, where a PostgreSQL that may do too much refuses to run. */
async function startWithControl(place: Place, binaries: Binaries): Promise<string | undefined> {
  const result = await run(
    binaries.pgCtl,
    ['start', '-D', place.cluster, '-l', place.log, '-w', '-t', '60', '-s'],
    { folder: place.home },
  )
  return result.exitCode === 0 ? undefined : result.output
}

export async function stopCluster(place: Place, binaries: Binaries): Promise<void> {
  await run(
    binaries.pgCtl,
    ['stop', '--pgdata', place.cluster, '--mode', 'fast', '--wait', '--timeout', '60', '--silent'],
    { user: place.user, folder: place.home },
  )
}

/** As a whole: another start may be reading it just now. */
async function writeSettings(place: Place, text: string): Promise<void> {
  const unfinished = join(place.cluster, `tijdig.conf.${process.pid}`)
  await writeFile(unfinished, text, { mode: 0o600 })
  if (place.user) await chown(unfinished, place.user.uid, place.user.gid)
  await rename(unfinished, join(place.cluster, 'tijdig.conf'))
}

async function shortenLog(place: Place): Promise<void> {
  const size = await stat(place.log).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LARGEST_LOG) await truncate(place.log)
}

async function lastOfLog(place: Place): Promise<string> {
  const text = await readFile(place.log, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-8).join('\n')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
