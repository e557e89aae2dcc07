import { readFile, stat } from 'node:fs/promises'
import { err, ok, type Result } from '@tijdig/core'
import type { KeysError } from './family-keys.ts'
import { KEY_BYTES, type RandomBytes, seal, unseal } from './seal.ts'

export const HEAD = 'tijdig-keys/1'

/** The file of keys as it was read: a head with the key of the index, then a line a family. */
export interface KeyFile {
  readonly indexKey: Uint8Array
  readonly inode: number
  /** Where the last line ends that was written whole. */
  readonly size: number
  /** Whether part of a line stands after that: it was broken off, or is being written. */
  readonly torn: boolean
  has(id: string): boolean
  keyOf(id: string): Uint8Array | undefined
  /** The text of the file without one family. */
  without(id: string): string
  /** The same file after these lines were added at its end. */
  with(lines: ReadonlyMap<string, Buffer>, bytes: number): KeyFile
}

/** The first line of a new file. That it opens, tells that the master key is the right one. */
export function writeHead(master: Uint8Array, random: RandomBytes): string {
  return lineOf(HEAD, seal(master, random(KEY_BYTES), [HEAD], random))
}

export function sealKey(
  master: Uint8Array,
  id: string,
  key: Uint8Array,
  random: RandomBytes,
): Buffer {
  return seal(master, key, [HEAD, id], random)
}

/** The text of a file up to the last line that was written whole. */
export async function readKeyFile(
  path: string,
): Promise<{ readonly text: string; readonly bytes: number; readonly torn: boolean }> {
  const all = await readFile(path)
  const bytes = all.lastIndexOf(10) + 1
  return { text: all.toString('utf8', 0, bytes), bytes, torn: bytes < all.length }
}

export async function openKeyFile(
  path: string,
  master: Uint8Array,
): Promise<Result<KeyFile, KeysError>> {
  const { ino: inode } = await stat(path)
  const { text, bytes: size, torn } = await readKeyFile(path)
  const [head, ...lines] = text.split('\n').slice(0, -1).map(readLine)
  if (!head || head.id !== HEAD || lines.includes(undefined)) return err(damaged(path))
  const indexKey = unseal(master, head.sealed, [HEAD])
  if (!indexKey) {
    return err({
      code: 'master-key-wrong',
      reason:
        `Deze hoofdsleutel hoort niet bij de sleutels in ${path}. Geef met TIJDIG_MASTER_KEY de sleutel ` +
        'waarmee zij zijn gemaakt, of haal TIJDIG_MASTER_KEY weg als de sleutel in master.key staat.',
    })
  }
  const sealed = new Map(lines.flatMap((line) => (line ? [[line.id, line.sealed]] : [])))
  return ok(keyFile({ master, head: head.sealed, indexKey, inode, sealed }, size, torn))
}

interface Read {
  readonly master: Uint8Array
  readonly head: Buffer
  readonly indexKey: Uint8Array
  readonly inode: number
  readonly sealed: Map<string, Buffer>
}

function keyFile(read: Read, size: number, torn: boolean): KeyFile {
  const { master, head, indexKey, inode, sealed } = read
  return {
    indexKey,
    inode,
    size,
    torn,
    has: (id) => sealed.has(id),
    keyOf(id) {
      const found = sealed.get(id)
      if (!found) return undefined
      const key = unseal(master, found, [HEAD, id])
      if (!key) throw new Error(`the key of ${id} does not open`)
      return key
    },
    without: (id) => [lineOf(HEAD, head), ...keepAllBut(sealed, id)].join(''),
    with(lines, bytes) {
      for (const [id, line] of lines) sealed.set(id, line)
      return keyFile(read, size + bytes, false)
    },
  }
}

function* keepAllBut(sealed: ReadonlyMap<string, Buffer>, id: string): Iterable<string> {
  for (const [each, bytes] of sealed) if (each !== id) yield lineOf(each, bytes)
}

interface Line {
  readonly id: string
  readonly sealed: Buffer
}

export function lineOf(id: string, sealed: Buffer): string {
  return `${JSON.stringify([id, sealed.toString('base64')])}\n`
}

export function readLine(text: string): Line | undefined {
  try {
    const [id, sealed] = JSON.parse(text)
    if (typeof id !== 'string' || typeof sealed !== 'string') return undefined
    return { id, sealed: Buffer.from(sealed, 'base64') }
  } catch {
    return undefined
  }
}

function damaged(path: string): KeysError {
  return {
    code: 'keys-damaged',
    reason: `Het bestand met sleutels ${path} is beschadigd. Zet het terug uit uw reservekopie.`,
  }
}
