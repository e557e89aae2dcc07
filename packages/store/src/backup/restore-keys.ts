import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ok, type Result } from '@tijdig/core'
import { openKeyFile } from '../vault/key-file.ts'
import { type KeyLines, parseKeyLines } from '../vault/key-lines.ts'
import { decodeMasterKey } from '../vault/master-key.ts'
import { syncFolder } from '../vault/sync-folder.ts'
import { type BackupError, explainWriting, refuse } from './backup-error.ts'
import { checkKept } from './check-kept.ts'
import { DESTROYED_FILE, type DestroyedFamily, parseDestroyed } from './destroyed.ts'
import type { KeysManifest } from './manifest.ts'
import { KEY_FILE, MASTER_FILE } from './mirror-keys.ts'

/** Keys that were read and tried, ready to be put in their place. */
export interface ReadyKeys {
  readonly ids: ReadonlySet<string>
  /** RFC 3339; undefined where the keys stand in their place already. */
  readonly madeAt: string | undefined
  /** Of the log that they belong to; undefined where that is not known. */
  readonly identity: string | undefined
  readonly destroyed: readonly DestroyedFamily[]
  /** Puts them in their place, without those of destroyed families. */
  place(destroyed: ReadonlySet<string>): Promise<Result<void, BackupError>>
}

/**
 * Reads a copy of the keys, and tries whether the master key opens it.
 * @param from The copy, or the folder that it is to be put in: then what stands there is used.
 * @param masterKey `TIJDIG_MASTER_KEY`
 */
export async function readKeys(
  from: string,
  into: string,
  masterKey: string | undefined,
): Promise<Result<ReadyKeys, BackupError>> {
  const given = masterKey?.trim() === '' ? undefined : masterKey
  if (resolve(from) === resolve(into)) return readLiveKeys(into, given)
  const kept = await checkKept<KeysManifest>(from, 'tijdig-keys', 'newest')
  if (!kept.ok) return kept
  const { folder, manifest } = kept.value
  const lines = await tryKeys(folder, given)
  if (!lines.ok) return lines
  const clash = await findClash(folder, into, lines.value)
  if (clash) return refuse('keys-in-the-way', clash)
  const master = given === undefined ? await readFile(join(folder, MASTER_FILE), 'utf8') : undefined
  return ok({
    ids: lines.value.ids,
    madeAt: manifest.madeAt,
    identity: manifest.identity,
    destroyed: parseDestroyed(await readFile(join(folder, DESTROYED_FILE), 'utf8')),
    async place(destroyed) {
      try {
        await mkdir(into, { recursive: true, mode: 0o700 })
        if (master !== undefined) await replace(join(into, MASTER_FILE), master)
        await replace(join(into, KEY_FILE), lines.value.without(destroyed).text)
        return ok(undefined)
      } catch (error) {
        return explainWriting(into, error)
      }
    },
  })
}

async function readLiveKeys(
  folder: string,
  masterKey: string | undefined,
): Promise<Result<ReadyKeys, BackupError>> {
  const lines = await tryKeys(folder, masterKey)
  if (!lines.ok) return lines
  return ok({
    ids: lines.value.ids,
    madeAt: undefined,
    identity: undefined,
    destroyed: [],
    // Those of destroyed families go when the server starts.
    place: async () => ok(undefined),
  })
}

async function tryKeys(
  folder: string,
  given: string | undefined,
): Promise<Result<KeyLines, BackupError>> {
  const text = await readFile(join(folder, KEY_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) {
    return refuse('no-backup', `In ${folder} staan geen sleutels. Kijk de map na.`)
  }
  const written =
    given ?? (await readFile(join(folder, MASTER_FILE), 'utf8').catch(() => undefined))
  if (written === undefined) {
    return refuse(
      'master-key',
      `Bij de sleutels in ${folder} hoort een hoofdsleutel die u zelf bewaart. Geef hem met TIJDIG_MASTER_KEY.`,
    )
  }
  const master = decodeMasterKey(written)
  if (!master) {
    const where = given === undefined ? join(folder, MASTER_FILE) : 'TIJDIG_MASTER_KEY'
    return refuse('master-key', `${where} is geen hoofdsleutel: die telt 44 tekens. Kijk hem na.`)
  }
  const opened = await openKeyFile(join(folder, KEY_FILE), master)
  if (!opened.ok) return refuse('master-key', opened.error.reason)
  return ok(parseKeyLines(text))
}

/** What stands where the keys are to come, and may not be lost. */
async function findClash(
  folder: string,
  into: string,
  lines: KeyLines,
): Promise<string | undefined> {
  const there = await readFile(join(into, KEY_FILE), 'utf8').catch(() => undefined)
  const master = await readFile(join(into, MASTER_FILE), 'utf8').catch(() => undefined)
  const ours = await readFile(join(folder, MASTER_FILE), 'utf8').catch(() => undefined)
  const found = there === undefined ? undefined : parseKeyLines(there)
  // The same, or what a restore that was broken off had put there.
  const same =
    !found || (found.head === lines.head && [...found.ids].every((id) => lines.ids.has(id)))
  if (same && (master === undefined || master === ours)) return undefined
  return (
    `In ${into} staan al andere sleutels. Zet die map opzij, of kies met TIJDIG_KEYS een andere. ` +
    `Horen die sleutels bij deze back-up, geef dan --keys-from ${into}.`
  )
}

/** Writes a file that only its owner may read, whole or not at all. */
async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.restore`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(dirname(path))
}
