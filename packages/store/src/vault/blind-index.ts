import { createHmac } from 'node:crypto'
import { type Day, formatDay } from '@tijdig/core'

/**
 * By what a person is found: HMAC-SHA-256 of it under a key that does nothing else. Who has the
 * database but not that key cannot try out which number belongs to it.
 */
export function bsnToken(key: Uint8Array, bsn: string): Buffer {
  return token(key, 'bsn', bsn)
}

/** The same for surname and day of birth; undefined for a name without a letter. */
export function nameToken(key: Uint8Array, name: string, bornOn: Day): Buffer | undefined {
  const surname = surnameOf(name)
  return surname === '' ? undefined : token(key, 'name', surname, formatDay(bornOn))
}

/**
 * The last word of a name as it is compared: without capitals, accents, signs, or what comes before
 * the surname. "Anouk van den Bérg-Smit" gives "bergsmit".
 */
export function surnameOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')
  const words = plain.split(/\s+/).map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return words.findLast((word) => word !== '') ?? ''
}

function token(key: Uint8Array, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest()
}
