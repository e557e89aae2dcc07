import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { API_BASE } from './openapi.ts'
import { sendProblem } from './problem.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Serves the built web application. Its pages have addresses of their own that exist only in the
 * browser, so an address without a file gives the application; one under the API gives a problem.
 */
export async function serveWebApplication(
  app: FastifyInstance,
  folder: string | undefined,
): Promise<void> {
  const built = folder !== undefined && existsSync(folder)
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: ['index.html'],
      cacheControl: false,
      setHeaders(reply, path) {
        // The build puts a hash of the content in the names of these; the others keep theirs.
        const hashed = path.slice(folder.length).replaceAll('\\', '/').startsWith('/assets/')
        reply.header('cache-control', hashed ? FOR_EVER : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const isPage = !/\.[a-z0-9]+$/i.test(path) || request.headers.accept?.includes('text/html')
    if (built && reads && isPage && !`${path}/`.startsWith('/api/')) {
      return reply.sendFile('index.html')
    }
    const detail = path.startsWith('/api')
      ? `Dit adres bestaat niet. Kijk in ${API_BASE}/openapi.json wat er is.`
      : 'Dit bestand is er niet.'
    return sendProblem(reply, 404, 'not-found', detail)
  })
}
