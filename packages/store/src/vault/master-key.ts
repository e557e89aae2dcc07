import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import type { KeysError } from './family-keys.ts'
import { makeOnce } from './make-once.ts'
import { KEY_BYTES, type RandomBytes } from './seal.ts'

const FILE = 'master.key'
const BASE64 = /^[A-Za-z0-9+/]{43}=$/
/** What others than the owner may do with the file. */
const OTHERS = 0o077

/**
 * The key that wraps the keys of families: from `TIJDIG_MASTER_KEY`, else from a file in the folder
 * of keys that only its owner may read, made when there are no keys yet.
 * @param hasKeys Whether there are keys that were wrapped by it: then it is not made anew.
 */
export async function readMasterKey(
  folder: string,
  given: string | undefined,
  hasKeys: boolean,
  random: RandomBytes,
): Promise<Result<Uint8Array, KeysError>> {
  if (given !== undefined && given.trim() !== '') {
    const key = decodeMasterKey(given)
    return key
      ? ok(key)
      : err({
          code: 'master-key-invalid',
          reason:
            'TIJDIG_MASTER_KEY is geen sleutel. Geef 32 bytes in base64: 44 tekens, het laatste is een "=". ' +
            'Zo maakt u er een: openssl rand -base64 32.',
        })
  }
  const path = join(folder, FILE)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return hasKeys ? err(missing(path)) : ok(await make(path, random))
  // Windows keeps no such bits.
  if (process.platform !== 'win32' && ((await stat(path)).mode & OTHERS) !== 0) {
    return err({
      code: 'master-key-open',
      reason: `Anderen op deze computer mogen de hoofdsleutel ${path} lezen. Sluit hem af: chmod 600 "${path}".`,
    })
  }
  const key = decodeMasterKey(text)
  return key
    ? ok(key)
    : err({
        code: 'master-key-invalid',
        reason: `In ${path} staat geen hoofdsleutel. Zet het bestand uit uw reservekopie terug.`,
      })
}

function missing(path: string): KeysError {
  return {
    code: 'master-key-missing',
    reason:
      `De hoofdsleutel ontbreekt, en zonder hem is niet te lezen wie de gezinnen zijn. Zet ${path} terug ` +
      'uit uw reservekopie, of geef hem met TIJDIG_MASTER_KEY.',
  }
}

/** Undefined where the text is no key. */
export function decodeMasterKey(text: string): Uint8Array | undefined {
  const trimmed = text.trim()
  return BASE64.test(trimmed) ? Buffer.from(trimmed, 'base64') : undefined
}

async function make(path: string, random: RandomBytes): Promise<Uint8Array> {
  const key = random(KEY_BYTES)
  const text = `${Buffer.from(key).toString('base64')}\n`
  if (await makeOnce(path, text, random)) return key
  return decodeMasterKey(await readFile(path, 'utf8')) ?? key
}
