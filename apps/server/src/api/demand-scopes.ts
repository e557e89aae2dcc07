import type { FastifyInstance } from 'fastify'

/**
 * Has the server not start with an endpoint that says neither that it is open to everybody nor what
 * a key must be good for. Before the endpoints are added.
 */
export function demandScopes(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.open === true || config?.scope !== undefined) return
    throw new Error(`${method} ${url} says neither config.open nor config.scope`)
  })
}
