import type { Adapter, AdapterPayload } from 'oidc-provider'

const MOST = 5_000
/** In seconds, for what has no end of its own. */
const LONGEST = 3_600

interface Kept {
  readonly payload: AdapterPayload
  readonly until: number
}

/**
 * What the demo issuer remembers, of the last few thousand sign-ins. In memory: who is signing in
 * while the server stops begins again.
 */
export function memoryAdapters(): (kind: string) => Adapter {
  const kept = new Map<string, Kept>()
  const find = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    return found && found.until > Date.now() ? found.payload : undefined
  }
  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      if (kept.size >= MOST)
        for (const oldest of [...kept.keys()].slice(0, MOST / 10)) kept.delete(oldest)
      kept.set(`${kind}:${id}`, { payload, until: Date.now() + (expiresIn ?? LONGEST) * 1_000 })
    },
    find: async (id) => find(`${kind}:${id}`),
    findByUserCode: async () => undefined,
    async findByUid(uid) {
      for (const [key, { payload }] of kept) {
        if (key.startsWith(`${kind}:`) && payload.uid === uid) return find(key)
      }
      return undefined
    },
    async consume(id) {
      const payload = find(`${kind}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1_000)
    },
    async destroy(id) {
      kept.delete(`${kind}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) {
        if (key.startsWith(`${kind}:`) && payload.grantId === grantId) kept.delete(key)
      }
    },
  })
}
