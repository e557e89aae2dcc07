import type { FastifyInstance } from 'fastify'
import { isDatabaseAway } from '../api/handle-errors.ts'
import { problemOf } from '../api/problem.ts'
import type { House } from '../house/house.ts'
import { entryOfRequest } from './entry-of-request.ts'

/**
 * Writes in the audit what visits do not write themselves: figures and publications that were read
 * or made, administration, sessions, refusals. Before the answer goes out: without a record there is
 * none.
 */
export function recordRequests(
  scope: FastifyInstance,
  house: () => Promise<House>,
  report: (error: unknown) => void,
): void {
  scope.addHook('onSend', async (request, reply, payload) => {
    const { visitor } = request
    const entry = visitor && entryOfRequest(request, reply.statusCode)
    if (!visitor || !entry) return payload
    try {
      const { store } = await house()
      await store.audit.write(visitor.hash, visitor.address, entry)
      return payload
    } catch (error) {
      // Said here in full: to fail in this hook would send what went wrong inside.
      const away = isDatabaseAway(error)
      if (!away) report(error)
      const detail = 'Wat u vroeg kon niet worden opgeschreven. Probeer het zo opnieuw.'
      const problem = problemOf(away ? 503 : 500, away ? 'database-away' : 'internal', detail)
      for (const name of ['content-encoding', 'content-length', 'etag', 'content-disposition']) {
        reply.removeHeader(name)
      }
      reply.code(problem.status).type('application/problem+json; charset=utf-8')
      return JSON.stringify(problem)
    }
  })
}
