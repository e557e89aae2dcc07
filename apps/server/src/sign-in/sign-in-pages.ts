import { PURPOSES_OF } from '@tijdig/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as client from 'openid-client'
import { clientAddress, NO_PROXIES, type Proxies } from '../api/rate-limits-address.ts'
import type { House } from '../house/house.ts'
import { ATTEMPT_SECONDS, readAttempt, writeAttempt } from './attempt.ts'
import { ATTEMPT_COOKIE, clearCookie, readCookie, SESSION_COOKIE, writeCookie } from './cookies.ts'
import { ownOrigin } from './own-origin.ts'
import { issuerAwayPage } from './pages/error-page.ts'
import { noAccessPage } from './pages/no-access-page.ts'
import { sendPage } from './pages/send-page.ts'
import { type Arrival, createRelyingParty } from './relying-party.ts'
import type { SignInSettings } from './sign-in-settings.ts'
import { hashOfToken, isToken, makeToken } from './token.ts'
import { wayBack } from './way-back.ts'

export interface SignInServices {
  readonly house: () => Promise<House>
  readonly signIn: SignInSettings
  readonly report: (error: unknown) => void
  /** The proxies whose word counts for where a request comes from; left out: there are none. */
  readonly proxies?: Proxies
}

const once = { exposeHeadRoute: false } as const

/** `/inloggen`: to the issuer and back, which begins a session. */
export function signInPages(
  app: FastifyInstance,
  { house, signIn, report, proxies = NO_PROXIES }: SignInServices,
): void {
  const party = createRelyingParty(app, signIn)
  const { idleMinutes, longestMinutes, address } = signIn

  app.get('/inloggen', once, async (request, reply) => {
    const { terug } = request.query as { readonly terug?: unknown }
    reply.header('cache-control', 'no-store')
    try {
      const { to, attempt } = await party.leave(ownOrigin(request, address), wayBack(terug))
      reply.header(
        'set-cookie',
        writeCookie(ATTEMPT_COOKIE, writeAttempt(attempt), ATTEMPT_SECONDS),
      )
      return reply.redirect(to.href, 302)
    } catch (error) {
      report(error)
      return sendPage(reply, 503, issuerAwayPage())
    }
  })

  app.get('/inloggen/klaar', once, async (request, reply) => {
    // Whatever comes of it, this attempt is over.
    const cookies = [clearCookie(ATTEMPT_COOKIE)]
    reply.header('cache-control', 'no-store').header('set-cookie', cookies)
    const attempt = readAttempt(readCookie(request.headers.cookie, ATTEMPT_COOKIE))
    if (!attempt) return failed(reply)
    let arrival: Arrival
    try {
      arrival = await party.arrive(ownOrigin(request, address), request.url, attempt)
    } catch (error) {
      // What somebody may do by hand, or by waiting, is nothing for the keeper of the server.
      if (!isRefusal(error)) report(error)
      return failed(reply, attempt.back)
    }
    const { people, random } = await house()
    const found = await find(people, arrival)
    const [appointment] = found.person ? await people.appointments(found.person.id) : []
    if (!found.person || !appointment) return sendPage(reply, 403, noAccessPage(found.email))
    const token = makeToken(random)
    const hash = hashOfToken(token)
    const from = clientAddress(request, proxies)
    await endPrevious(people, request, from)
    await people.beginSession({
      hash,
      person: found.person.id,
      appointment: appointment.id,
      purpose: PURPOSES_OF[appointment.role][0],
      idle: idleMinutes,
      longest: longestMinutes,
      address: from,
    })
    cookies.push(writeCookie(SESSION_COOKIE, token))
    return reply.header('set-cookie', cookies).redirect(attempt.back, 302)
  })
}

async function find(people: House['people'], arrival: Arrival) {
  const { issuer, subject } = arrival
  const known = await people.recognise({ issuer, subject, verifiedEmail: undefined })
  if (known) return { person: known, email: undefined }
  const email = await arrival.verifiedEmail()
  return { person: await people.recognise({ issuer, subject, verifiedEmail: email }), email }
}

/** Who signs in again leaves no session behind in the browser. */
async function endPrevious(
  people: House['people'],
  { headers }: FastifyRequest,
  address: string,
): Promise<void> {
  const previous = readCookie(headers.cookie, SESSION_COOKIE)
  if (isToken(previous)) await people.endSession(hashOfToken(previous), address)
}

/** The sign-in page of the web application says so, and lets one try again. */
function failed(reply: FastifyReply, back = '/'): FastifyReply {
  const search = new URLSearchParams({ reden: 'mislukt', ...(back !== '/' && { terug: back }) })
  return reply.redirect(`/aanmelden?${search}`, 302)
}

/** An answer that is wrong, old or not to this attempt; not an issuer that does not work. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError ||
    (error instanceof client.ClientError && error.code === 'OAUTH_INVALID_RESPONSE')
  )
}
