import { createHash } from 'node:crypto'

/**
 * A name for something of this log (RFC 9562, version 8) that stays the same when the server gets
 * another name or the database is put back elsewhere.
 */
export function stableId(identity: string, what: string): string {
  const hex = createHash('sha256').update(`${identity}\n${what}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
