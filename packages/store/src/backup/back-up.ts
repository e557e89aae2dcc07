import { join, relative, resolve } from 'node:path'
import { ok, type Result } from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import type { RandomBytes } from '../vault/seal.ts'
import { type BackupError, explainWriting, refuse } from './backup-error.ts'
import { KeptFolder, keptName, listKept } from './kept-folder.ts'
import { type BackupManifest, FORMAT, type TableFile } from './manifest.ts'
import { type MirroredKeys, mirrorKeys } from './mirror-keys.ts'
import { readEnds, WRITING, writeTable } from './read-snapshot.ts'
import { KEPT, type Part } from './tables.ts'

export interface BackupOptions {
  readonly pool: Pool
  /** In this folder the backup gets a folder of its own. */
  readonly to: string
  /** The keys are mirrored here, apart from the backup. */
  readonly keysTo: string
  /** Where the keys are kept. */
  readonly keys: string
  /** Kept by nobody but the keeper when it comes from the environment. */
  readonly masterKeyGiven: boolean
  /** RFC 3339. */
  readonly madeAt: string
  readonly random: RandomBytes
  /** Told of each table while it is written; `rows` once it is done. */
  readonly onProgress?: (progress: BackupProgress) => void
}

export interface BackupProgress {
  readonly part: Part
  readonly table: string
  /** So many, compressed. */
  readonly bytes: number
  readonly rows?: number
}

export interface BackupReport {
  readonly folder: string
  readonly manifest: BackupManifest
  readonly keys: MirroredKeys
  /** Backups in the same folder that were broken off. */
  readonly unfinished: readonly string[]
}

/**
 * Writes log and vault as they are at one moment in a folder, and mirrors the keys in another. All
 * others may go on working meanwhile. The folder gets its name when all of it is on the disk.
 */
export async function backUp(options: BackupOptions): Promise<Result<BackupReport, BackupError>> {
  const { pool, madeAt } = options
  const [to, keysTo, keys] = [options.to, options.keysTo, options.keys].map((path) =>
    resolve(path),
  ) as [string, string, string]
  const overlap = findOverlap(to, keysTo, keys)
  if (overlap) return refuse('folders-overlap', overlap)
  const client = await pool.connect()
  let broken = true
  try {
    await client.query(`begin isolation level repeatable read, read only; ${WRITING}`)
    const ends = await readEnds(client)
    // After the snapshot: a key is there before what was sealed under it.
    const mirrored = await mirrorKeys(pool, { ...options, keysTo, keys, identity: ends.identity })
    if (!mirrored.ok) return mirrored
    const written = await writeFolder(client, to, options, (files) => ({
      kind: 'tijdig-backup',
      format: FORMAT,
      madeAt,
      ...ends,
      rows: { log: rowsOf(files, 'log'), vault: rowsOf(files, 'vault') },
      files,
    }))
    if (!written.ok) return written
    await client.query('commit')
    broken = false
    const { unfinished } = await listKept(to)
    return ok({
      ...written.value,
      keys: mirrored.value,
      unfinished: unfinished.map((name) => join(to, name)),
    })
  } finally {
    // What state a connection is in after a broken-off COPY is not worth finding out.
    client.release(broken)
  }
}

async function writeFolder(
  client: PoolClient,
  to: string,
  { madeAt, onProgress = () => undefined }: BackupOptions,
  manifestOf: (files: readonly TableFile[]) => BackupManifest,
): Promise<Result<{ folder: string; manifest: BackupManifest }, BackupError>> {
  let draft: KeptFolder | undefined
  try {
    draft = await KeptFolder.begin(to, keptName(madeAt))
    if (!draft) {
      return refuse(
        'already-there',
        `In ${to} staat al een back-up van ${madeAt}, of een andere wordt nu gemaakt. Probeer het zo nog eens.`,
      )
    }
    const files: TableFile[] = []
    for (const table of KEPT) {
      const { part, name } = table
      const file = await writeTable(client, draft, table, (bytes) =>
        onProgress({ part, table: name, bytes }),
      )
      files.push(file)
      onProgress({ part, table: name, bytes: file.bytes, rows: file.rows })
    }
    const manifest = manifestOf(files)
    return ok({ folder: await draft.finish(manifest), manifest })
  } catch (error) {
    await draft?.giveUp()
    return explainWriting(to, error)
  }
}

function rowsOf(files: readonly TableFile[], part: Part): number {
  return files.reduce((sum, file) => sum + (file.part === part ? file.rows : 0), 0)
}

function findOverlap(to: string, keysTo: string, keys: string): string | undefined {
  if (isWithin(keysTo, to) || isWithin(to, keysTo)) {
    return `De sleutels horen niet bij de back-up: wie beide heeft, leest wie de gezinnen zijn. Kies voor --keys-to een map buiten ${to}.`
  }
  if (isWithin(keysTo, keys) || isWithin(keys, keysTo)) {
    return `In ${keys} staan de sleutels zelf. Kies voor --keys-to een andere map.`
  }
  if (isWithin(to, keys)) return `In ${keys} staan de sleutels. Kies voor --to een andere map.`
  return undefined
}

/** Whether a folder is another or lies in it. */
function isWithin(folder: string, other: string): boolean {
  const path = relative(other, folder)
  return path === '' || (!path.startsWith('..') && resolve(other, path) === folder)
}
