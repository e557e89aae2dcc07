import type { FastifyInstance } from 'fastify'
import { sendProblem } from './problem.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Keeps other sites out. Without sign-in, what a page in somebody's browser may reach is decided
 * here: a name that is not ours (a site that points its own name at this machine) gets nothing, and
 * another site cannot have this one do anything.
 * @param hosts Names under which the server may be called, besides those of this machine itself;
 * `any` where it listens to a network.
 */
export function guardOrigin(app: FastifyInstance, hosts: readonly string[] | 'any'): void {
  const allowed = hosts === 'any' ? undefined : new Set([...LOOPBACK, ...hosts])
  app.addHook('onRequest', async (request, reply) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    if (allowed && !allowed.has(name)) {
      const detail = `Deze server heet niet "${name}". Zet die naam in TIJDIG_HOSTS als dat wel zo hoort.`
      return sendProblem(reply, 421, 'host-not-allowed', detail)
    }
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const site = request.headers['sec-fetch-site']
    if (!reads && (site === 'cross-site' || site === 'same-site')) {
      const detail = 'Een andere website mag hier niets veranderen.'
      return sendProblem(reply, 403, 'origin-not-allowed', detail)
    }
  })
}
