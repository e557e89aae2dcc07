import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { showAlone } from '../api/security-headers.ts'
import { sendTagged } from '../api/send-tagged.ts'
import type { ArchiveDesk } from '../house/archive-desk.ts'
import { ARCHIVE, FEED } from './addresses.ts'

const pages = () => import('./pages/index.ts')

/** What programs read: feeds, and what search engines ask for. */
export function addFeeds(
  scope: FastifyInstance,
  desk: () => Promise<ArchiveDesk>,
  origin: (request: FastifyRequest) => string,
): void {
  scope.get(FEED, async (request, reply) => {
    const opened = await desk()
    const { feedXml } = await pages()
    const lines = await opened.editions()
    const xml = feedXml({ lines, identity: await opened.identity(), origin: origin(request) })
    return send(request, reply, xml, 'application/atom+xml')
  })
  scope.get(`${ARCHIVE}/:report/feed.xml`, async (request, reply) => {
    const { report } = request.params as { report: string }
    const opened = await desk()
    const { feedXml, missingPage } = await pages()
    const lines = (await opened.editions()).filter(({ address }) =>
      address.startsWith(`${report}/`),
    )
    const template = lines[0]?.template
    if (template === undefined) {
      return reply.code(404).type('text/html; charset=utf-8').send(missingPage())
    }
    const identity = await opened.identity()
    const xml = feedXml({ template, lines, identity, origin: origin(request) })
    return send(request, reply, xml, 'application/atom+xml')
  })
  scope.get('/sitemap.xml', async (request, reply) => {
    const { sitemapXml } = await pages()
    const lines = await (await desk()).editions()
    return send(request, reply, sitemapXml(lines, origin(request)), 'application/xml')
  })
  scope.get('/robots.txt', async (request, reply) => {
    const { robotsText } = await pages()
    return send(request, reply, robotsText(origin(request)), 'text/plain')
  })
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  content: string,
  type: string,
): FastifyReply {
  showAlone(reply, "default-src 'none'").header('cache-control', 'public, no-cache')
  return sendTagged(reply, request.headers['if-none-match'], content, type)
}
