import type { AuditCheckpoint } from '@tijdig/server'

/** A lodged checkpoint as `tijdig audit checkpoint` printed it; undefined for any other text. */
export function parseCheckpoint(text: string): AuditCheckpoint | undefined {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof read !== 'object' || read === null) return undefined
  const { identity, position, hash, at } = read as Partial<Record<string, unknown>>
  if (typeof identity !== 'string' || typeof position !== 'number' || typeof at !== 'string') {
    return undefined
  }
  const isPlace = Number.isSafeInteger(position) && position >= 0
  return isPlace && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
    ? { identity, position, hash, at }
    : undefined
}
