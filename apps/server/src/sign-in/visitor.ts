import type { Actor, Visit } from '@tijdig/store'

/** Who makes a request, with what they may see and do. Stands on each request of the API. */
export interface Visitor {
  readonly actor: Actor
  readonly visit: Visit
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null only at endpoints that are open to everybody (`config.open`). */
    visitor: Visitor | null
  }
  interface FastifyContextConfig {
    /** Answers also who did not sign in. */
    readonly open?: boolean
    /** What a key must be good for. Each endpoint that is not open says so. */
    readonly scope?: Scope
  }
}

/** What keys can be made for. */
export const SCOPES = ['trajectories', 'record', 'figures', 'publications', 'session'] as const
export type Scope = (typeof SCOPES)[number]
