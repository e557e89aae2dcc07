import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '../api/problem.ts'
import { clientAddress, NO_PROXIES, type Proxies } from '../api/rate-limits-address.ts'
import type { House } from '../house/house.ts'
import { readCookie, SESSION_COOKIE } from './cookies.ts'
import { isFromHere } from './own-origin.ts'
import { hashOfToken, isToken, readKey } from './token.ts'
import type { Visitor } from './visitor.ts'

interface Admission {
  readonly house: () => Promise<House>
  readonly address: string | undefined
  /** Left out: there are none. */
  readonly proxies?: Proxies
}

/** Finds out who makes each request, before anything else of it is read; refuses who may not ask it. */
export function admitVisitors(
  scope: FastifyInstance,
  { house, address, proxies = NO_PROXIES }: Admission,
): void {
  const touches = new Touches()
  scope.decorateRequest('visitor', null)
  scope.decorateRequest('refusedAs', null)
  scope.addHook('onRequest', async (request, reply) => {
    const { open, scope: wanted } = request.routeOptions.config
    if (open) return
    const proof = readProof(request)
    if (proof === undefined) return refuse(reply)
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
    if (!proof.isKey && isWrite && !isFromHere(request, address)) {
      const detail = 'Een andere website mag hier niets veranderen.'
      return sendProblem(reply, 403, 'origin-not-allowed', detail)
    }
    const opened = await house()
    const hash = hashOfToken(proof.token)
    const from = clientAddress(request, proxies)
    const visit = opened.store.visit(hash, from)
    const actor = await visit.actor()
    // A key is no session and a session is no key, also where one is sent as the other.
    if (actor === undefined || (actor.key !== null) !== proof.isKey) {
      request.refusedAs = hash
      return refuse(reply)
    }
    request.visitor = { actor, visit, hash, address: from } satisfies Visitor
    if (actor.scopes && !actor.scopes.some((one) => one === wanted)) {
      const detail = 'Met deze sleutel kan dit niet. Vraag uw beheerder om een sleutel die dit mag.'
      return sendProblem(reply, 403, 'key-scope', detail)
    }
    if (!proof.isKey && touches.isDue(hash)) await opened.people.touchSession(hash)
  })
}

function refuse(reply: FastifyReply): FastifyReply {
  const detail = 'Log in om verder te gaan. Was u ingelogd, dan is dat voorbij.'
  return sendProblem(reply.header('www-authenticate', 'Bearer'), 401, 'sign-in-needed', detail)
}

interface Proof {
  readonly token: string
  readonly isKey: boolean
}

function readProof({ headers }: FastifyRequest): Proof | undefined {
  const { authorization, cookie } = headers
  if (authorization !== undefined) {
    const key = readKey(authorization)
    return key === undefined ? undefined : { token: key, isKey: true }
  }
  const token = readCookie(cookie, SESSION_COOKIE)
  return isToken(token) ? { token, isKey: false } : undefined
}

const MILLISECONDS_BETWEEN = 60_000
const MOST = 10_000

/** Spares the database being told each time that somebody is still there. */
class Touches {
  readonly #last = new Map<string, number>()

  isDue(hash: string): boolean {
    const now = performance.now()
    const last = this.#last.get(hash)
    if (last !== undefined && now - last < MILLISECONDS_BETWEEN) return false
    if (this.#last.size >= MOST) this.#last.clear()
    this.#last.set(hash, now)
    return true
  }
}
