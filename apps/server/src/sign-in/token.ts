import { createHash } from 'node:crypto'

/** 256 bits: nobody guesses one, so that a plain hash of it keeps it. */
const BYTES = 32
const KEY_SIGN = 'tdg_'
const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** As much of a key as tells it from others: too little to guess the rest. */
const HINT_LENGTH = KEY_SIGN.length + 4

export type Random = (bytes: number) => Uint8Array

export function makeToken(random: Random): string {
  return Buffer.from(random(BYTES)).toString('base64url')
}

export function makeKey(random: Random): { readonly key: string; readonly hint: string } {
  const key = KEY_SIGN + makeToken(random)
  return { key, hint: key.slice(0, HINT_LENGTH) }
}

/** What the database keeps of a token or key, in hex. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN.test(text)
}

/** The key of an `Authorization` header; undefined where it holds none. */
export function readKey(authorization: string): string | undefined {
  const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  return given?.startsWith(KEY_SIGN) && isToken(given.slice(KEY_SIGN.length)) ? given : undefined
}
