import type { FastifyInstance } from 'fastify'
import { isDatabaseAway } from '../api/handle-errors.ts'
import { problemOf } from '../api/problem.ts'
import { clientAddress, type Proxies } from '../api/rate-limits-address.ts'
import type { House } from '../house/house.ts'
import { entryOfRequest, unknownRefusal } from './entry-of-request.ts'
import { RefusalCounts } from './refusal-counts.ts'

/**
 * Writes in the audit what changes nothing and is read outside of the database, and what was refused:
 * figures, reports and publications, lists of people and keys, refusals. Before the answer goes out:
 * without a record there is none.
 */
export function recordRequests(
  scope: FastifyInstance,
  house: () => Promise<House>,
  report: (error: unknown) => void,
  proxies: Proxies,
): void {
  const refusals = new RefusalCounts(async ({ session, address }, entry) => {
    const { audit } = (await house()).store
    const isKnown = session !== null && (await audit.write(session, address, entry))
    if (!isKnown) await audit.writeUnknown(address || undefined, entry)
  }, report)
  scope.addHook('onClose', () => refusals.close())
  scope.addHook('onSend', async (request, reply, payload) => {
    const { visitor } = request
    const { statusCode } = reply
    if (statusCode === 429 || (!visitor && statusCode >= 400 && statusCode < 500)) {
      const session = visitor?.hash ?? request.refusedAs
      const from = { session, address: clientAddress(request, proxies) }
      // It gives nothing away, so it goes out also when it cannot be written.
      await refusals.add(from, unknownRefusal(request, statusCode))
      return payload
    }
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
