import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readCookie, SESSION_COOKIE } from '../sign-in/cookies.ts'
import { sendPage } from '../sign-in/pages/send-page.ts'
import { tooOftenPage } from '../sign-in/pages/too-often-page.ts'
import { hashOfToken, readKey } from '../sign-in/token.ts'
import { sendProblem } from './problem.ts'
import { clientAddress, type Proxies } from './rate-limits-address.ts'

/** How often something may be asked in a minute. */
export interface RateLimits {
  /** Signing in, by address: leaving for the issuer, and coming back. */
  readonly signIn: number
  /** Each step at the demo issuer, by address. */
  readonly demoIssuer: number
  /** Calls without a session or key that is good, by address. */
  readonly refused: number
  /** All calls of the API, by session or key. */
  readonly calls: number
  /** Figures and explanations, which count over all facts; by session or key. */
  readonly figures: number
  /** Making, publishing and verifying reports and the documents of families, by session or key. */
  readonly reports: number
  /** Pages and files of the public archive, by address. */
  readonly archive: number
  /** What changed between two publications, for who did not sign in; by address. */
  readonly comparisons: number
}

/** Nobody who works here comes near these; whoever tries everything does at once. */
export const RATE_LIMITS: RateLimits = {
  signIn: 120,
  demoIssuer: 600,
  refused: 300,
  calls: 1_200,
  figures: 240,
  reports: 40,
  archive: 600,
  comparisons: 60,
}

const A_MINUTE = 60_000
/** How many addresses, sessions and keys each limit remembers; the longest silent go first. */
const REMEMBERED = 20_000

/** What costs more than a call; each is counted as a call too. */
export const EXPENSIVE: Readonly<Record<string, 'figures' | 'reports'>> = {
  'GET /figures': 'figures',
  'GET /figures.csv': 'figures',
  'GET /explanations': 'figures',
  'GET /publications/:from/changes/:to': 'figures',
  'GET /publications/:number/report.docx': 'reports',
  'GET /publications/:number/report.odt': 'reports',
  'GET /reports/preview': 'reports',
  'GET /drafts/:id/preview.html': 'figures',
  'GET /drafts/:id/problems': 'figures',
  'POST /drafts/:id/values': 'figures',
  'POST /drafts/:id/explanation': 'figures',
  'POST /drafts/:id/publication': 'reports',
  'GET /trajectories/:route/:id/file.html': 'reports',
  'GET /trajectories/:route/:id/file.pdf': 'reports',
  'POST /publications': 'reports',
  'POST /publications/:number/verification': 'reports',
}

type Count = ReturnType<FastifyInstance['createRateLimit']>

/** The limits as hooks: those of the API go around the one that admits visitors. */
export interface RateGuards {
  /** For the scope of the API, before visitors are admitted. */
  beforeAdmission(scope: FastifyInstance): void
  /** For the scope of the API, after visitors are admitted. */
  afterAdmission(scope: FastifyInstance, prefix: string): void
}

/**
 * Keeps anybody from asking too often: what is too much is answered with 429 and when to try again.
 * @param limits `off` is for tests that ask a lot.
 * @param demoBase Where the demo issuer stands.
 */
export async function limitRates(
  app: FastifyInstance,
  limits: RateLimits | 'off',
  proxies: Proxies,
  demoBase: string,
): Promise<RateGuards> {
  if (limits === 'off') return { beforeAdmission: () => undefined, afterAdmission: () => undefined }
  await app.register(rateLimit, { global: false, cache: REMEMBERED, ipv6Subnet: 64 })
  const by = (max: number, keyGenerator: (request: FastifyRequest) => string): Count =>
    app.createRateLimit({ max, timeWindow: A_MINUTE, keyGenerator })
  const address = (request: FastifyRequest) => clientAddress(request, proxies)
  const visitor = (request: FastifyRequest) =>
    request.visitor?.hash ?? hashOfProof(request) ?? address(request)
  const signIn = by(limits.signIn, address)
  const demoIssuer = by(limits.demoIssuer, address)
  const refused = by(limits.refused, address)
  const calls = by(limits.calls, visitor)
  const archive = by(limits.archive, address)
  const comparisons = by(limits.comparisons, address)
  const expensive = { figures: by(limits.figures, visitor), reports: by(limits.reports, visitor) }

  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?')
    if (path === '/inloggen' || path === '/inloggen/klaar') {
      return hold(request, reply, await signIn(request))
    }
    if (path.startsWith(`${demoBase}/`)) return hold(request, reply, await demoIssuer(request))
    if (path === '/archief' || path.startsWith('/archief/') || path === '/sitemap.xml') {
      const held = hold(request, reply, await archive(request))
      if (held || !path.endsWith('/wijzigingen')) return held
      return hold(request, reply, await comparisons(request))
    }
  })

  return {
    beforeAdmission(scope) {
      scope.addHook('onRequest', async (request, reply) => {
        if (request.routeOptions.config.open) {
          return hold(request, reply, await calls(request))
        }
        const before = await refused(request, { increment: false })
        if (before.isAllowed || before.remaining > 0) return
        // Who was admitted within the minute need not suffer from others at the same address.
        const own = await calls(request, { increment: false })
        if (!own.isAllowed && own.remaining === own.max) {
          return refuse(request, reply, before.ttlInSeconds)
        }
      })
      scope.addHook('onResponse', async (request, { statusCode }) => {
        if (statusCode === 401) await refused(request)
      })
    },
    afterAdmission(scope, prefix) {
      scope.addHook('onRequest', async (request, reply) => {
        if (!request.visitor) return
        const held = hold(request, reply, await calls(request))
        if (held) return held
        const { method, routeOptions } = request
        const path = routeOptions.url?.slice(prefix.length)
        const kind = EXPENSIVE[`${method === 'HEAD' ? 'GET' : method} ${path}`]
        if (kind) return hold(request, reply, await expensive[kind](request))
      })
    },
  }
}

/** What a request gives as proof of who makes it, good or not; at what is open it proves nothing. */
function hashOfProof({ headers, routeOptions }: FastifyRequest): string | undefined {
  if (routeOptions.config.open) return undefined
  const { authorization, cookie } = headers
  const token =
    authorization === undefined ? readCookie(cookie, SESSION_COOKIE) : readKey(authorization)
  return token === undefined ? undefined : hashOfToken(token)
}

/** Answers who asked too often; nothing for others. */
function hold(
  request: FastifyRequest,
  reply: FastifyReply,
  counted: Awaited<ReturnType<Count>>,
): FastifyReply | undefined {
  if (counted.isAllowed || !counted.isExceeded) return undefined
  return refuse(request, reply, counted.ttlInSeconds)
}

function refuse(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  const wait = Math.max(1, seconds)
  reply.header('retry-after', wait)
  if (request.headers.accept?.includes('text/html')) {
    const isArchive = request.url.startsWith('/archief')
    return sendPage(reply, 429, tooOftenPage(wait, isArchive ? request.url : undefined))
  }
  const detail = `Dit is nu te vaak gevraagd. Wacht ${wait} ${wait === 1 ? 'seconde' : 'seconden'} en probeer het dan opnieuw.`
  return sendProblem(reply, 429, 'too-many-requests', detail)
}
