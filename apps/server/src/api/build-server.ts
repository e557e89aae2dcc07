import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { addArchive } from '../archive/archive-routes.ts'
import { recordRequests } from '../audit/record-requests.ts'
import { openDesk } from '../house/desk.ts'
import { addSignIn } from '../sign-in/add-sign-in.ts'
import { admitVisitors } from '../sign-in/admit-visitors.ts'
import { DEMO_BASE } from '../sign-in/demo/create-provider.ts'
import { DEFAULT_SIGN_IN, type SignInSettings } from '../sign-in/sign-in-settings.ts'
import type { Api, ApiContext } from './context.ts'
import { demandScopes } from './demand-scopes.ts'
import { guardOrigin } from './guard-origin.ts'
import { handleErrors } from './handle-errors.ts'
import { limitRequests, REQUEST_LIMITS, type RequestLimits, serverOptions } from './limits.ts'
import { API_BASE, API_VERSION, describeApi } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { limitRates, RATE_LIMITS, type RateLimits } from './rate-limits.ts'
import { NO_PROXIES, type Proxies } from './rate-limits-address.ts'
import { auditApi } from './routes/audit-api.ts'
import { deliveriesApi } from './routes/deliveries-api.ts'
import { draftPartsApi } from './routes/draft-parts-api.ts'
import { draftsApi } from './routes/drafts-api.ts'
import { explanationsApi } from './routes/explanations-api.ts'
import { familyFileApi } from './routes/family-file-api.ts'
import { figuresApi } from './routes/figures-api.ts'
import { glassApi } from './routes/glass-api.ts'
import { keysApi } from './routes/keys-api.ts'
import { normsApi } from './routes/norms-api.ts'
import { organisationsApi } from './routes/organisations-api.ts'
import { peopleApi } from './routes/people-api.ts'
import { personsApi } from './routes/persons-api.ts'
import { programmesApi } from './routes/programmes-api.ts'
import { publicationsApi } from './routes/publications-api.ts'
import { publishedPartsApi } from './routes/published-parts-api.ts'
import { remindersApi } from './routes/reminders-api.ts'
import { reportsApi } from './routes/reports-api.ts'
import { retentionApi } from './routes/retention-api.ts'
import { routesApi } from './routes/routes-api.ts'
import { sessionApi } from './routes/session-api.ts'
import { sharingApi } from './routes/sharing-api.ts'
import { trajectoriesApi } from './routes/trajectories-api.ts'
import { workApi } from './routes/work-api.ts'
import { addSecurityHeaders, SAFE_HEADERS } from './security-headers.ts'
import { serveWebApplication } from './web-application.ts'

export interface ServerOptions extends ApiContext {
  /** Where the built web application stands; left out: only the API. */
  readonly webFolder?: string
  /** See `guardOrigin`. */
  readonly hosts?: readonly string[] | 'any'
  /** How people sign in; left out: as one of the demo people. */
  readonly signIn?: SignInSettings
  /** How large and how slow a request may be, where that is not as usual. */
  readonly limits?: Partial<RequestLimits>
  /** How often something may be asked; `off` only in tests that ask a lot. */
  readonly rates?: RateLimits | 'off'
  /** The proxies whose word counts for where a request comes from. */
  readonly proxies?: Proxies
  /** When mail goes out, as `07:00`; left out: none does. */
  readonly mailTime?: string | undefined
  /** Told of failures inside. */
  readonly report?: (error: unknown) => void
}

/** Longer than an identifier of 200 characters when each is written as %XX%XX%XX. */
const LONGEST_PART = 2_000
/** Smaller than gzip gives, in as much time. */
const BROTLI_QUALITY = 4

/** The HTTP server: the API, its description and the web application. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const signIn = options.signIn ?? DEFAULT_SIGN_IN
  const limits = { ...REQUEST_LIMITS, ...options.limits }
  const app = Fastify({
    ...serverOptions(limits),
    logger: false,
    routerOptions: { maxParamLength: LONGEST_PART },
    return503OnClosing: true,
    // Answers that are being made are finished; who stops the server bounds how long that may take.
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => {
      // No hook ran for what has no readable address.
      reply.headers(SAFE_HEADERS)
      sendProblem(reply, 400, 'address-invalid', 'Dit adres is niet te lezen.')
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const report = options.report ?? console.error
  handleErrors(app, report)
  addSecurityHeaders(app, API_BASE, signIn.address)
  limitRequests(app, limits)
  guardOrigin(app, options.hosts ?? [])
  const { rates = RATE_LIMITS, proxies = NO_PROXIES } = options
  const guards = await limitRates(app, rates, proxies, DEMO_BASE)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 2_048,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  })
  await describeApi(app)
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => {
        reply.header('api-version', API_VERSION).header('cache-control', 'no-store')
      })
      demandScopes(scope)
      guards.beforeAdmission(scope)
      admitVisitors(scope, { house: options.house, address: signIn.address, proxies })
      recordRequests(scope, options.house, report, proxies)
      guards.afterAdmission(scope, API_BASE)
      const api: Api = scope.withTypeProvider<ZodTypeProvider>()
      const desk = async () => openDesk(await options.house())
      for (const add of DESK_ENDPOINTS) add(api, { desk })
      const vault = async () => (await options.house()).vault
      const retention = async () => (await options.house()).retention
      const familyFiles = async () => (await options.house()).familyFiles
      for (const add of FAMILY_ENDPOINTS) add(api, { desk, vault, retention, familyFiles })
      const audit = async () => (await options.house()).store.audit
      for (const add of AUDIT_ENDPOINTS) add(api, { desk, audit })
      const reminders = async () => (await options.house()).store.reminders
      remindersApi(api, { desk, reminders, mailTime: options.mailTime ?? null })
      for (const add of PEOPLE_ENDPOINTS) add(api, { house: options.house, signIn })
      scope.get(
        '/openapi.json',
        { schema: { hide: true }, config: { open: true } },
        async (_request, reply) =>
          reply.header('access-control-allow-origin', '*').send(app.swagger()),
      )
    },
    { prefix: API_BASE },
  )
  await addSignIn(app, { house: options.house, signIn, report, proxies })
  const { address } = signIn
  await addArchive(app, { house: options.house, report, proxies, address })
  await serveWebApplication(app, options.webFolder)
  return app
}

/** All about trajectories, figures and publications: these cannot reach the house itself. */
const DESK_ENDPOINTS = [
  routesApi,
  figuresApi,
  explanationsApi,
  normsApi,
  trajectoriesApi,
  workApi,
  programmesApi,
  reportsApi,
  draftsApi,
  draftPartsApi,
  publicationsApi,
  publishedPartsApi,
  deliveriesApi,
  sharingApi,
  glassApi,
] as const

/** Who families are: beside the desk they reach the vault, which opens for a session only. */
const FAMILY_ENDPOINTS = [personsApi, retentionApi, familyFileApi] as const

/** Who looked at what: beside the desk these reach the audit, which opens for a session only. */
const AUDIT_ENDPOINTS = [auditApi] as const

const PEOPLE_ENDPOINTS = [sessionApi, organisationsApi, peopleApi, keysApi] as const
