import { type AuditCheckpoint, type ChainEnd, hashOfEnds } from '@tijdig/server'

/** A checkpoint as it is lodged: JSON, each chain on one line. */
export function printCheckpoint({ chains, ...rest }: AuditCheckpoint): string {
  const lines = chains.map((end) => `    ${JSON.stringify(end)}`).join(',\n')
  return `${JSON.stringify({ ...rest, chains: [] }, undefined, 2).replace('[]', `[\n${lines}\n  ]`)}\n`
}

/**
 * A lodged checkpoint as `tijdig audit checkpoint` printed it, also when there was one chain;
 * undefined for any other text, and where a line is not as it was printed.
 */
export function parseCheckpoint(text: string): AuditCheckpoint | undefined {
  const read = parse(text)
  const { identity, hash, at, chains, position } = read ?? {}
  if (typeof identity !== 'string' || typeof hash !== 'string' || typeof at !== 'string') {
    return undefined
  }
  if (chains === undefined) {
    const only = { chain: 0, position, hash }
    return isEnd(only)
      ? { identity, at, hash: hashOfEnds(identity, [only]), chains: [only] }
      : undefined
  }
  const isWhole = Array.isArray(chains) && chains.length > 0 && chains.every(isEnd)
  if (!isWhole || hashOfEnds(identity, chains) !== hash) return undefined
  return { identity, at, hash, chains }
}

function parse(text: string): Partial<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : undefined
  } catch {
    return undefined
  }
}

function isEnd(value: unknown): value is ChainEnd {
  if (typeof value !== 'object' || value === null) return false
  const { chain, position, hash } = value as Partial<Record<string, unknown>>
  const isHash = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
  return isHash && [chain, position].every((one) => Number.isSafeInteger(one) && Number(one) >= 0)
}
