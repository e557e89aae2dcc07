import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { ownOrigin } from '../own-origin.ts'
import { errorPage } from '../pages/error-page.ts'
import { sendPage } from '../pages/send-page.ts'
import { chooserPage } from './chooser-page.ts'
import { createProvider, DEMO_BASE } from './create-provider.ts'
import { DEMO_PEOPLE } from './demo-people.ts'

/** Names under which one server may be an issuer; each has a provider of its own. */
const MOST_NAMES = 20

/** Puts the demo issuer on the server that it is for. */
export async function demoIssuer(app: FastifyInstance, address: string | undefined): Promise<void> {
  const providers = new Map<string, Provider>()
  const providerFor = (request: FastifyRequest): Provider => {
    const origin = ownOrigin(request, address)
    const there = providers.get(origin)
    if (there) return there
    if (providers.size >= MOST_NAMES) providers.clear()
    const provider = createProvider(origin)
    providers.set(origin, provider)
    return provider
  }

  await app.register(async (chooser) => {
    chooser.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1_024 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    const choosing = `${DEMO_BASE}/kiezen/:uid`
    const details = async (request: FastifyRequest, reply: FastifyReply) => {
      const provider = providerFor(request)
      prepare(request, address)
      try {
        const { uid } = await provider.interactionDetails(request.raw, reply.raw)
        return { provider, uid }
      } catch {
        // Too long ago, of another browser, or never begun.
        return undefined
      }
    }
    chooser.get(choosing, { exposeHeadRoute: false }, async (request, reply) => {
      const found = await details(request, reply)
      return found
        ? sendPage(reply, 200, chooserPage(found.uid))
        : sendPage(reply, 400, errorPage())
    })
    chooser.post(choosing, async (request, reply) => {
      const found = await details(request, reply)
      const chosen = (request.body as URLSearchParams | undefined)?.get('persoon')
      const person = DEMO_PEOPLE.find(({ id }) => id === chosen)
      if (!found || !person) return sendPage(reply, 400, errorPage())
      const next = await found.provider.interactionResult(request.raw, reply.raw, {
        login: { accountId: person.id, remember: false },
      })
      return reply.redirect(next, 303)
    })
  })

  await app.register(async (scope) => {
    // The provider reads what is sent to it by itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _body, done) => done(null))
    scope.all(`${DEMO_BASE}/*`, (request, reply) => {
      const provider = providerFor(request)
      prepare(request, address)
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.hijack()
      provider.callback()(request.raw, reply.raw)
    })
  })
}

/** Tells the provider where it stands, and that people may reach it through a proxy. */
function prepare(request: FastifyRequest, address: string | undefined): void {
  const raw: IncomingMessage & { originalUrl?: string } = request.raw
  const { protocol, host } = new URL(ownOrigin(request, address))
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  raw.headers['x-forwarded-host'] = host
  if (raw.originalUrl !== undefined) return
  raw.originalUrl = raw.url ?? ''
  raw.url = raw.originalUrl.slice(DEMO_BASE.length)
}
