import { createHash } from 'node:crypto'

/** SHA-256 in hex of a text, or of the bytes of a file. */
export function hashOfText(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
