import type { FastifyInstance } from 'fastify'
import type { House } from '../house/house.ts'
import { entryOfRequest } from './entry-of-request.ts'

/**
 * Writes in the audit what visits do not write themselves: figures and publications that were read
 * or made, administration, sessions, refusals. Before the answer goes out: without a record there is
 * none.
 */
export function recordRequests(scope: FastifyInstance, house: () => Promise<House>): void {
  scope.addHook('onSend', async (request, reply) => {
    const { visitor } = request
    if (!visitor) return
    const entry = entryOfRequest(request, reply.statusCode)
    if (!entry) return
    const { store } = await house()
    await store.audit.write(visitor.hash, visitor.address, entry)
  })
}
