import type { Actor, Visit } from '@tijdig/store'
import type { Scope } from './scopes.ts'

/** Who makes a request, with what they may see and do. Stands on each request of the API. */
export interface Visitor {
  readonly actor: Actor
  readonly visit: Visit
  /** SHA-256 of the token or key, in hex. */
  readonly hash: string
  /** Where the request came from, for the audit. */
  readonly address?: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null only at endpoints that are open to everybody (`config.open`). */
    visitor: Visitor | null
    /** SHA-256 of a token or key that let nobody in: of a session that is over, or of nothing. */
    refusedAs: string | null
  }
  interface FastifyContextConfig {
    /** Answers also who did not sign in. */
    readonly open?: boolean
    /** What a key must be good for; `person`: no key is. Each endpoint that is not open says so. */
    readonly scope?: Scope | 'person'
  }
}

/** The visitor of an endpoint that is not open. */
export function visitorOf({ visitor }: { readonly visitor: Visitor | null }): Visitor {
  if (!visitor) throw new Error('an endpoint without config.scope was asked for its visitor')
  return visitor
}
