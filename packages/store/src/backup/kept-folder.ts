import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '../vault/sync-folder.ts'
import { type KeptFile, MANIFEST, type Manifest, SUMS, writeManifest } from './manifest.ts'

/** While it is written; a folder of this name was broken off, and is nothing. */
const UNFINISHED = '.onvolledig'
const NAME = /^tijdig-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/

/** The name of what was made at a moment in RFC 3339: sorts as time goes. */
export function keptName(madeAt: string): string {
  return `tijdig-${madeAt.slice(0, 19).replaceAll(':', '-')}Z`
}

/** What stands in a folder, oldest first: whole ones, and ones that were broken off. */
export async function listKept(
  folder: string,
): Promise<{ readonly whole: readonly string[]; readonly unfinished: readonly string[] }> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  names.sort()
  return {
    whole: names.filter((name) => NAME.test(name)),
    unfinished: names.filter(
      (name) => name.endsWith(UNFINISHED) && NAME.test(name.slice(0, -UNFINISHED.length)),
    ),
  }
}

/**
 * A folder that is written under another name and gets its own at the very end, when all of it
 * reached the disk: broken off at any moment, it never looks whole.
 */
export class KeptFolder {
  readonly #final: string
  readonly #draft: string
  readonly #folders = new Set<string>()

  private constructor(final: string) {
    this.#final = final
    this.#draft = `${final}${UNFINISHED}`
  }

  /** Undefined where there is one of that name. */
  static async begin(parent: string, name: string): Promise<KeptFolder | undefined> {
    await mkdir(parent, { recursive: true, mode: 0o700 })
    const folder = new KeptFolder(join(parent, name))
    if (await isThere(folder.#final)) return undefined
    try {
      await mkdir(folder.#draft, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
      throw error
    }
    return folder
  }

  /** Writes what comes, through whatever it must go through, in constant memory. */
  async write(
    path: string,
    source: Readable,
    through: Transform | undefined,
    onBytes: (bytes: number) => void,
  ): Promise<KeptFile> {
    const place = join(this.#draft, path)
    if (!this.#folders.has(dirname(place))) {
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      this.#folders.add(dirname(place))
    }
    const hash = createHash('sha256')
    let bytes = 0
    const count = new Transform({
      transform(piece: Buffer, _, done) {
        hash.update(piece)
        bytes += piece.length
        onBytes(bytes)
        done(null, piece)
      },
    })
    // Reaches the disk before it is closed.
    const file = createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true })
    await (through ? pipeline(source, through, count, file) : pipeline(source, count, file))
    return { path, bytes, sha256: hash.digest('hex') }
  }

  /** Writes the manifest and gives the folder its name. */
  async finish(manifest: Manifest): Promise<string> {
    const { manifest: text, sums } = writeManifest(manifest)
    await writeThrough(join(this.#draft, MANIFEST), text)
    await writeThrough(join(this.#draft, SUMS), sums)
    for (const folder of this.#folders) await syncFolder(folder)
    await syncFolder(this.#draft)
    await rename(this.#draft, this.#final)
    await syncFolder(dirname(this.#final))
    return this.#final
  }

  async giveUp(): Promise<void> {
    await rm(this.#draft, { recursive: true, force: true })
  }
}

/** Removes a folder of which nothing may be found back. */
export async function wipeKept(
  folder: string,
  wipeFile: (path: string) => Promise<void>,
): Promise<void> {
  for (const name of await readdir(folder)) await wipeFile(join(folder, name))
  await rmdir(folder)
  await syncFolder(dirname(folder))
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
