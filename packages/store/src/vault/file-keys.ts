import { link, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import type { FamilyKeys, KeysError } from './family-keys.ts'
import { type KeyFile, lineOf, openKeyFile, readKeyFile, sealKey, writeHead } from './key-file.ts'
import { makeOnce } from './make-once.ts'
import { readMasterKey } from './master-key.ts'
import { KEY_BYTES, type RandomBytes } from './seal.ts'
import { syncFolder } from './sync-folder.ts'
import { wipeFile } from './wipe-file.ts'

export interface FileKeysOptions {
  /** Made when it is not there, for its owner alone. */
  readonly folder: string
  /** `TIJDIG_MASTER_KEY`; left out: the file `master.key` in the folder. */
  readonly masterKey?: string | undefined
  readonly random: RandomBytes
  /** A server has the folder to itself and finishes what was broken off; tools leave that alone. */
  readonly role: 'server' | 'tool'
  /** Told before each step that reaches the disk; what it throws breaks off right there. */
  readonly before?: (step: KeyStep) => void
}

export type KeyStep = 'append' | 'write-new' | 'keep-old' | 'replace' | 'wipe-old' | 'cut-torn'

const FILE = 'families.keys'
/** All that is to stay, before it takes the place of the file. */
const NEW = `${FILE}.new`
/** What the file was, until its bytes are overwritten. */
const OLD = `${FILE}.old`

/**
 * Keys of families in a file, each wrapped by the master key. Adding one is a line at its end;
 * destroying one writes the others to a new file that takes its place, and then overwrites the bytes
 * of the old one. Breaking off at any moment leaves the file of before or that of after, and the next
 * opening finishes what was begun. One program at a time changes it: who calls holds a lock.
 */
export async function openFileKeys(
  options: FileKeysOptions,
): Promise<Result<FamilyKeys, KeysError>> {
  const { folder, masterKey, random, role, before = () => undefined } = options
  const path = join(folder, FILE)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (role === 'server') await finishBreakOff(folder, random, before)
    const hasKeys = await isThere(path)
    const master = await readMasterKey(folder, masterKey, hasKeys, random)
    if (!master.ok) return master
    if (!hasKeys) await makeOnce(path, writeHead(master.value, random), random)
    const opened = await openKeyFile(path, master.value)
    if (!opened.ok) return opened
    return ok(new FileKeys(folder, master.value, opened.value, random, before))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error
    return err({
      code: 'keys-not-writable',
      reason: `In de map met sleutels ${folder} kan niet worden geschreven. Maak haar van wie Tijdig start, of kies een andere map met TIJDIG_KEYS.`,
      detail: message,
    })
  }
}

class FileKeys implements FamilyKeys {
  readonly #folder: string
  readonly #path: string
  readonly #master: Uint8Array
  readonly #random: RandomBytes
  readonly #before: (step: KeyStep) => void
  #file: KeyFile
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    folder: string,
    master: Uint8Array,
    file: KeyFile,
    random: RandomBytes,
    before: (step: KeyStep) => void,
  ) {
    this.#folder = folder
    this.#path = join(folder, FILE)
    this.#master = master
    this.#file = file
    this.#random = random
    this.#before = before
  }

  get indexKey(): Uint8Array {
    return this.#file.indexKey
  }

  async create(id: string): Promise<Uint8Array> {
    return (await this.createAll([id])).get(id) as Uint8Array
  }

  createAll(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#inTurn(async () => {
      await this.#refresh()
      const keys = new Map<string, Uint8Array>()
      const lines = new Map<string, Buffer>()
      for (const id of ids) {
        if (keys.has(id)) continue
        const found = this.#file.keyOf(id)
        const key = found ?? this.#random(KEY_BYTES)
        keys.set(id, key)
        if (!found) lines.set(id, sealKey(this.#master, id, key, this.#random))
      }
      if (lines.size > 0) await this.#append(lines)
      return keys
    })
  }

  find(id: string): Promise<Uint8Array | undefined> {
    return this.#inTurn(async () => {
      await this.#refresh()
      return this.#file.keyOf(id)
    })
  }

  destroy(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#refresh()
      if (!this.#file.has(id)) return
      await finishBreakOff(this.#folder, this.#random, this.#before)
      await replaceWith(this.#folder, this.#file.without(id), this.#before)
      await finishBreakOff(this.#folder, this.#random, this.#before)
      await this.#read()
    })
  }

  async #append(lines: ReadonlyMap<string, Buffer>): Promise<void> {
    // What was broken off half-way stands at the end, and nobody was told that it was kept.
    if (this.#file.torn) await cutTorn(this.#path, this.#before)
    this.#before('append')
    const text = [...lines].map(([id, sealed]) => lineOf(id, sealed)).join('')
    const file = await open(this.#path, 'a', 0o600)
    try {
      await file.appendFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    this.#file = this.#file.with(lines, Buffer.byteLength(text))
  }

  /** Another program may have changed the file; a new one that took its place is another file. */
  async #refresh(): Promise<void> {
    const { ino, size } = await stat(this.#path)
    if (ino !== this.#file.inode || size !== this.#file.size) await this.#read()
  }

  async #read(): Promise<void> {
    const read = await openKeyFile(this.#path, this.#master)
    if (!read.ok) throw new Error(read.error.reason)
    this.#file = read.value
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work)
    this.#last = result.catch(() => undefined)
    return result
  }
}

/** Lets a new file take the place of the one that is there, which stays as `OLD` until it is wiped. */
async function replaceWith(
  folder: string,
  text: string,
  before: (step: KeyStep) => void,
): Promise<void> {
  const path = join(folder, FILE)
  before('write-new')
  const file = await open(join(folder, NEW), 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  before('keep-old')
  await link(path, join(folder, OLD))
  await syncFolder(folder)
  before('replace')
  await rename(join(folder, NEW), path)
  await syncFolder(folder)
}

/** Finishes what was broken off: afterwards there is one file, whole, and no bytes of another. */
async function finishBreakOff(
  folder: string,
  random: RandomBytes,
  before: (step: KeyStep) => void,
): Promise<void> {
  const path = join(folder, FILE)
  const fresh = join(folder, NEW)
  const old = join(folder, OLD)
  // It never took the place: what was begun, was not done.
  if (await isThere(fresh)) await wipeFile(fresh, random)
  if (await isThere(old)) {
    before('wipe-old')
    const [kept, current] = [await stat(old), await stat(path)]
    if (kept.ino === current.ino) await unlink(old)
    else await wipeFile(old, random)
  }
  await syncFolder(folder)
  if (await isThere(path)) await cutTorn(path, before)
}

async function cutTorn(path: string, before: (step: KeyStep) => void): Promise<void> {
  const { torn, bytes } = await readKeyFile(path)
  if (!torn) return
  before('cut-torn')
  const file = await open(path, 'r+')
  try {
    await file.truncate(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
