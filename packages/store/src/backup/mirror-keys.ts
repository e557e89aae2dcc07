import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ok, type Result } from '@tijdig/core'
import type { Pool } from 'pg'
import { parseKeyLines } from '../vault/key-lines.ts'
import { keyName } from '../vault/person.ts'
import type { RandomBytes } from '../vault/seal.ts'
import { wipeFile } from '../vault/wipe-file.ts'
import { type BackupError, explainWriting, refuse } from './backup-error.ts'
import { checkKept } from './check-kept.ts'
import { DESTROYED_FILE, readDestroyed, writeDestroyed } from './destroyed.ts'
import { KeptFolder, keptName, listKept, wipeKept } from './kept-folder.ts'
import { FORMAT, type KeptFile, type KeysManifest } from './manifest.ts'

export const KEY_FILE = 'families.keys'
export const MASTER_FILE = 'master.key'

export interface MirroredKeys {
  readonly folder: string
  readonly families: number
  /** Whether the master key lies beside them. */
  readonly masterKey: boolean
  /** Families whose key was in the copy before and is not in this one. */
  readonly gone: number
}

interface MirrorOptions {
  readonly keys: string
  readonly keysTo: string
  readonly masterKeyGiven: boolean
  readonly madeAt: string
  readonly identity: string
  readonly random: RandomBytes
}

/**
 * Makes the one copy of the keys the same as the keys are now: those of destroyed families are in no
 * copy after this. What stood there is overwritten, once the new one is on the disk.
 */
export async function mirrorKeys(
  pool: Pool,
  { keys, keysTo, masterKeyGiven, madeAt, identity, random }: MirrorOptions,
): Promise<Result<MirroredKeys, BackupError>> {
  const text = await readFile(join(keys, KEY_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) {
    return refuse('keys-missing', `In ${keys} staan geen sleutels. Geef hun map met TIJDIG_KEYS.`)
  }
  const destroyed = await readDestroyed(pool)
  const kept = parseKeyLines(text).without(new Set(destroyed.map(keyName)))
  const before = await readBefore(keysTo, identity)
  if (!before.ok) return before
  const lost = [...before.value.ids].filter((id) => !kept.ids.has(id))
  const unexplained = lost.filter((id) => !destroyed.some((family) => keyName(family) === id))
  if (before.value.head !== undefined && before.value.head !== kept.head) {
    return refuse(
      'keys-lost',
      `De sleutels in ${keys} zijn andere dan die in ${keysTo}. Kijk of TIJDIG_KEYS klopt; zo ja, kies voor --keys-to een lege map.`,
    )
  }
  if (unexplained.length > 0) {
    return refuse(
      'keys-lost',
      `In ${keys} ontbreken ${unexplained.length} sleutels die wel in ${keysTo} staan, van gezinnen die niet zijn vernietigd. ` +
        'De kopie blijft daarom zoals zij is. Zoek eerst uit waar de sleutels zijn gebleven.',
    )
  }
  const masterKey = masterKeyGiven
    ? undefined
    : await readFile(join(keys, MASTER_FILE)).catch(() => undefined)
  const contents: [string, string | Buffer][] = [
    [KEY_FILE, kept.text],
    [DESTROYED_FILE, writeDestroyed(destroyed)],
    ...(masterKey ? [[MASTER_FILE, masterKey] as [string, Buffer]] : []),
  ]
  const families = kept.ids.size
  let draft: KeptFolder | undefined
  try {
    draft = await KeptFolder.begin(keysTo, keptName(madeAt))
    if (!draft) {
      return refuse(
        'already-there',
        `In ${keysTo} staat al een kopie van ${madeAt}, of een andere wordt nu gemaakt. Probeer het zo nog eens.`,
      )
    }
    const files: KeptFile[] = []
    for (const [name, content] of contents) {
      files.push(
        await draft.write(name, Readable.from([Buffer.from(content)]), undefined, () => undefined),
      )
    }
    const shared = { format: FORMAT, madeAt, identity }
    const folder = await draft.finish({ kind: 'tijdig-keys', ...shared, families, files })
    for (const older of before.value.folders) {
      await wipeKept(older, (path) => wipeFile(path, random))
    }
    return ok({ folder, families, masterKey: masterKey !== undefined, gone: lost.length })
  } catch (error) {
    await draft?.giveUp()
    return explainWriting(keysTo, error)
  }
}

/** The copies that stand there, and what is in the newest whole one. */
async function readBefore(
  keysTo: string,
  identity: string,
): Promise<
  Result<{ folders: string[]; head: string | undefined; ids: ReadonlySet<string> }, BackupError>
> {
  const { whole, unfinished } = await listKept(keysTo)
  const folders = [...whole, ...unfinished].map((name) => join(keysTo, name))
  const newest = whole.at(-1)
  if (newest === undefined) return ok({ folders, head: undefined, ids: new Set() })
  const folder = join(keysTo, newest)
  const checked = await checkKept<KeysManifest>(folder, 'tijdig-keys', 'this')
  if (!checked.ok) {
    const { code, reason } = checked.error
    return refuse(
      code,
      `${reason} Zolang ${folder} daar staat, wordt er geen nieuwe kopie van de sleutels gemaakt. Zet haar opzij of kies een andere map.`,
    )
  }
  if (checked.value.manifest.identity !== identity) {
    return refuse(
      'other-log',
      `In ${keysTo} staan de sleutels van een andere Tijdig. Kies voor --keys-to een eigen map.`,
    )
  }
  const { head, ids } = parseKeyLines(await readFile(join(folder, KEY_FILE), 'utf8'))
  return ok({ folders, head, ids })
}
