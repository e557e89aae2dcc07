import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import { type DatabaseError, databaseError } from '../database/database-error.ts'
import { isReachable } from './reachable.ts'
import type { SystemUser } from './run.ts'
import { findSystemUser, isRoot } from './system-user.ts'

/** Where the embedded PostgreSQL of a data folder keeps its things, and as whom it runs. */
export interface Place {
  /** Holds the cluster (`data`), its log, and where needed a copy of the programs. */
  readonly home: string
  readonly cluster: string
  readonly log: string
  /** Null: the user who runs this program. */
  readonly user: SystemUser | null
}

/** Says in the data folder where the cluster went, when it could not stay there. */
const POINTER = 'postgres.json'

const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * The place of a data folder's cluster: in the folder itself, unless we are root and the user
 * of the database may not enter it (a clone under `/root`).
 * @param dataFolder An existing folder, by its real path.
 */
export async function findPlace(
  dataFolder: string,
  notify: (sentence: string) => void,
): Promise<Result<Place, DatabaseError>> {
  const inside = join(dataFolder, 'postgres')
  const pointer = await readPointer(join(dataFolder, POINTER))
  const home = pointer ?? inside
  const owner = await ownerOf(home)
  if (!isRoot()) {
    const isOurs = owner === undefined || !process.getuid || owner.uid === process.getuid()
    return isOurs ? makePlaceHere(home) : err(ofSomeoneElse(home))
  }
  // Who made the cluster keeps it, so that root and its owner can take turns.
  if (owner && owner.uid !== 0) return ok(await makePlace(home, { name: `${owner.uid}`, ...owner }))
  const user = await findSystemUser()
  if (!user) {
    return err(
      databaseError(
        'embedded-start-failed',
        'PostgreSQL mag niet als root draaien en er is geen andere gebruiker om het onder te doen. ' +
          'Start Tijdig als een gewone gebruiker.',
      ),
    )
  }
  if (pointer !== undefined || (await isReachable(dataFolder, user))) {
    return ok(await makePlace(home, user))
  }
  const elsewhere = join('/var/lib/tijdig', shortHash(dataFolder))
  const place = await makePlace(elsewhere, user)
  await writeFile(join(dataFolder, POINTER), `${JSON.stringify({ home: elsewhere }, null, 2)}\n`)
  notify(
    `De map ${dataFolder} is gesloten voor de gebruiker van de database (${user.name}); ` +
      `de database staat daarom in ${elsewhere}.`,
  )
  return ok(place)
}

/**
 * A folder for the socket that only the database's user may enter.
 * The path of a socket holds some hundred bytes: a longer one goes to the system's temporary folder.
 */
export async function makeSocketFolder(place: Place): Promise<string> {
  const near = join(place.home, 'run')
  const folder =
    Buffer.byteLength(near) <= 80 && !/[",\n]/.test(near)
      ? near
      : join(tmpdir(), `tijdig-${shortHash(place.home)}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const uid = place.user?.uid ?? process.getuid?.() ?? 0
  const found = await lstat(folder)
  // In a folder that all may write to, someone else may have been first.
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new Error(`${folder} is not ours to put a socket in`)
  }
  await chmod(folder, 0o700)
  if (place.user) await chown(folder, place.user.uid, place.user.gid)
  return folder
}

async function makePlaceHere(home: string): Promise<Result<Place, DatabaseError>> {
  try {
    return ok(await makePlace(home, null))
  } catch (error) {
    if (!NOT_ALLOWED.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    return err(ofSomeoneElse(home))
  }
}

function ofSomeoneElse(home: string): DatabaseError {
  return databaseError(
    'data-folder-not-writable',
    `De map ${home} is van een andere gebruiker van deze computer. ` +
      'Start als die gebruiker (of als root), of kies een andere map met TIJDIG_DATA.',
  )
}

async function makePlace(home: string, user: SystemUser | null): Promise<Place> {
  await mkdir(home, { recursive: true, mode: 0o755 })
  await chmod(home, 0o700)
  if (user) await chown(home, user.uid, user.gid)
  return { home, cluster: join(home, 'data'), log: join(home, 'postgres.log'), user }
}

async function readPointer(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  return (JSON.parse(text) as { home: string }).home
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  return stat(path).catch(() => undefined)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
