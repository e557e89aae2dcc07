import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Configuration, Provider } from 'oidc-provider'
import { Provider as OpenIdProvider } from 'oidc-provider/lib/provider.js'
import { errorPage } from '../pages/error-page.ts'
import { DEMO_PEOPLE, emailOf } from './demo-people.ts'
import { memoryAdapters } from './memory-adapter.ts'

/** Where the demo issuer stands on this server. */
export const DEMO_BASE = '/demo-inloggen'
export const DEMO_CLIENT = 'tijdig'

const MINUTES = 60

/**
 * A provider of OpenID Connect as any other, but for how it knows who somebody is: one says so.
 * @param origin Where people open this server.
 */
export function createProvider(origin: string): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const configuration: Configuration = {
    adapter: memoryAdapters(),
    clients: [
      {
        client_id: DEMO_CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${origin}/inloggen/klaar`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      long: { path: DEMO_BASE, httpOnly: true, sameSite: 'lax', signed: true },
    },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_context, { uid }) => `${DEMO_BASE}/kiezen/${uid}` },
    findAccount: async (_context, id) => accountOf(id),
    // Nobody need agree that Tijdig may know who they are: they came from there.
    async loadExistingGrant(context) {
      const { oidc } = context
      const accountId = oidc.session?.accountId
      const clientId = oidc.client?.clientId
      if (accountId === undefined || clientId === undefined) return undefined
      const grant = new oidc.provider.Grant({ accountId, clientId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    async renderError(context) {
      context.type = 'html'
      context.body = errorPage()
    },
    ttl: {
      AccessToken: 5 * MINUTES,
      AuthorizationCode: MINUTES,
      Grant: 10 * MINUTES,
      IdToken: 5 * MINUTES,
      Interaction: 60 * MINUTES,
      Session: 10 * MINUTES,
    },
  }
  const provider = new OpenIdProvider(`${origin}${DEMO_BASE}`, configuration)
  // Whoever stands before it has said in the headers where people really are: see `demoIssuer`.
  provider.proxy = true
  return provider
}

function accountOf(id: string) {
  const person = DEMO_PEOPLE.find((one) => one.id === id)
  if (!person) return undefined
  const claims = { sub: id, name: person.name, email: emailOf(person), email_verified: true }
  return { accountId: id, claims: async () => claims }
}
