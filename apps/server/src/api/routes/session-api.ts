import { PURPOSE_LABELS, PURPOSES_OF, type Purpose } from '@tijdig/core'
import { clearCookie, SESSION_COOKIE, writeCookie } from '../../sign-in/cookies.ts'
import { describeSession } from '../../sign-in/describe-session.ts'
import type { SignInSettings } from '../../sign-in/sign-in-settings.ts'
import { hashOfToken, makeToken } from '../../sign-in/token.ts'
import { visitorOf } from '../../sign-in/visitor.ts'
import type { Api, ApiContext } from '../context.ts'
import { DONE, NO_QUERY, REFUSED, REFUSED_OR_MISSING } from '../context.ts'
import { sessionSchema, signInSchema, switchSchema } from '../people-contract.ts'
import { sendProblem } from '../problem.ts'

const tags = ['Aanmelden']

/** Nothing of what was seen stays behind in the browser. */
const LEFT = { 'set-cookie': clearCookie(SESSION_COOKIE), 'clear-site-data': '"storage"' }

export interface SignInContext extends ApiContext {
  readonly signIn: SignInSettings
}

/** Who is signed in, as what; acting as something else; signing out. */
export function sessionApi(api: Api, { house, signIn }: SignInContext): void {
  const demo = signIn.issuer === 'demo'

  api.get(
    '/sign-in',
    {
      config: { open: true },
      schema: {
        operationId: 'getSignIn',
        summary: 'Hoe mensen zich hier aanmelden',
        tags,
        querystring: NO_QUERY,
        response: { 200: signInSchema, ...REFUSED },
      },
    },
    async () => ({
      demo,
      issuer: signIn.issuer === 'demo' ? 'Tijdig zelf, met verzonnen mensen' : signIn.issuer.url,
    }),
  )

  api.get(
    '/session',
    {
      config: { scope: 'session' },
      schema: {
        operationId: 'getSession',
        summary: 'Wie er is aangemeld, en wat dat toelaat',
        tags,
        querystring: NO_QUERY,
        response: { 200: sessionSchema, ...REFUSED },
      },
    },
    async (request) => describeSession(await house(), visitorOf(request), demo),
  )

  api.post(
    '/session/appointment',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'switchAppointment',
        summary: 'Verder werken in een andere rol, of voor een ander doel',
        tags,
        querystring: NO_QUERY,
        body: switchSchema,
        response: { 200: sessionSchema, ...REFUSED_OR_MISSING },
      },
    },
    async (request, reply) => {
      const { store, people, random } = await house()
      const { actor, hash, address } = visitorOf(request)
      const appointments = await people.appointments(actor.person ?? '')
      const chosen = appointments.find(({ id }) => id === request.body.appointment)
      if (!chosen) {
        const detail = 'U hebt deze rol niet, of niet meer. Kies een rol uit de lijst.'
        return sendProblem(reply, 404, 'appointment-unknown', detail)
      }
      const purposes: readonly Purpose[] = PURPOSES_OF[chosen.role]
      const asked = request.body.purpose
      const purpose = purposes.find((one) => asked === undefined || one === asked)
      if (!purpose) {
        const words = purposes.map((one) => `${one} (${PURPOSE_LABELS[one]})`).join(', ')
        const detail = `Dit doel hoort niet bij deze rol. Kies uit: ${words}.`
        return sendProblem(reply, 400, 'purpose-unknown', detail)
      }
      const token = makeToken(random)
      const next = { hash: hashOfToken(token), appointment: chosen.id, purpose }
      await people.as(hash, address).switchSession(hash, next)
      const visit = store.visit(next.hash)
      const now = await visit.actor()
      if (!now) {
        const detail = 'Uw sessie is net beëindigd. Log opnieuw in.'
        return sendProblem(reply, 401, 'sign-in-needed', detail)
      }
      reply.header('set-cookie', writeCookie(SESSION_COOKIE, token))
      return describeSession(await house(), { actor: now, visit, hash: next.hash }, demo)
    },
  )

  api.delete(
    '/session',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'signOut',
        summary: 'Hier afmelden',
        tags,
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED },
      },
    },
    async (request, reply) => {
      const { hash, address } = visitorOf(request)
      await (await house()).people.endSession(hash, address)
      return reply.headers(LEFT).code(204).send()
    },
  )

  api.delete(
    '/sessions',
    {
      config: { scope: 'person' },
      schema: {
        operationId: 'signOutEverywhere',
        summary: 'Overal afmelden',
        tags,
        querystring: NO_QUERY,
        response: { ...DONE, ...REFUSED },
      },
    },
    async (request, reply) => {
      const { actor, hash, address } = visitorOf(request)
      await (await house()).people.as(hash, address).endSessionsOf(actor.person ?? '')
      return reply.headers(LEFT).code(204).send()
    },
  )
}
