import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider/lib/provider.js'
import { memoryAdapters } from '../sign-in/demo/memory-adapter.ts'
import type { IssuerSettings } from '../sign-in/sign-in-settings.ts'

/** What an issuer says of somebody who signed in there. */
export interface Claims {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
}

/**
 * An issuer of an organisation, on a port of its own: everybody who comes is the one whom `next`
 * was told.
 */
export async function otherIssuer() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: IssuerSettings = { url, clientId: 'tijdig-test', clientSecret: 's'.repeat(40) }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let claims: Claims = { sub: 'nobody' }
  return {
    settings,
    /** Who signs in from now on. */
    next(who: Claims) {
      claims = who
    },
    /** Lets a server send people here. */
    register(at: string) {
      const provider = new Provider(url, {
        adapter: memoryAdapters(),
        clients: [
          {
            client_id: settings.clientId,
            client_secret: settings.clientSecret,
            redirect_uris: [`${at}/inloggen/klaar`],
          },
        ],
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
        cookies: { keys: ['of the test'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
        interactions: { url: (_context, { uid }) => `/wie/${uid}` },
        findAccount: async (_context, accountId) => ({
          accountId,
          claims: async () => ({ ...claims }),
        }),
        async loadExistingGrant({ oidc }) {
          const grant = new oidc.provider.Grant({
            accountId: oidc.session?.accountId ?? '',
            clientId: oidc.client?.clientId ?? '',
          })
          grant.addOIDCScope('openid email profile')
          await grant.save()
          return grant
        },
        ttl: {
          AccessToken: 60,
          AuthorizationCode: 60,
          Grant: 60,
          IdToken: 60,
          Interaction: 60,
          Session: 1,
        },
      })
      const answer = provider.callback()
      server.on('request', (request, response) => {
        if (!request.url?.startsWith('/wie/')) return answer(request, response)
        const login = { accountId: claims.sub, remember: false }
        return provider.interactionFinished(request, response, { login })
      })
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
