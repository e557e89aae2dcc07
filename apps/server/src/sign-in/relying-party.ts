import type { FastifyInstance } from 'fastify'
import * as client from 'openid-client'
import type { Attempt } from './attempt.ts'
import { DEMO_BASE, DEMO_CLIENT } from './demo/create-provider.ts'
import { DEMO_ISSUER } from './demo/make-demo-people.ts'
import type { IssuerSettings, SignInSettings } from './sign-in-settings.ts'

/** Who came back from the issuer, as far as it says. */
export interface Arrival {
  readonly issuer: string
  readonly subject: string
  /** The address that the issuer has verified; asked for only when it is needed. */
  verifiedEmail(): Promise<string | undefined>
}

/** The side of OpenID Connect that sends people to an issuer and believes what it says of them. */
export interface RelyingParty {
  leave(origin: string, back: string): Promise<{ readonly to: URL; readonly attempt: Attempt }>
  /** Throws when the answer is not one to this attempt, or the issuer does not stand for it. */
  arrive(origin: string, url: string, attempt: Attempt): Promise<Arrival>
}

const SECONDS_TO_WAIT = 10

export function createRelyingParty(app: FastifyInstance, settings: SignInSettings): RelyingParty {
  const { issuer } = settings
  const configure =
    issuer === 'demo' ? configureDemo(app) : remembered(() => configureIssuer(issuer))
  return {
    async leave(origin, back) {
      const configuration = await configure(origin)
      const attempt: Attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        back,
      }
      const to = client.buildAuthorizationUrl(configuration, {
        redirect_uri: `${origin}/inloggen/klaar`,
        scope: 'openid email profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        // Otherwise one would stay the same made-up person.
        ...(issuer === 'demo' && { prompt: 'login' }),
      })
      return { to, attempt }
    },
    async arrive(origin, url, { state, nonce, verifier }) {
      const configuration = await configure(origin)
      const tokens = await client.authorizationCodeGrant(configuration, new URL(url, origin), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('the issuer gave no identity')
      return {
        issuer: issuer === 'demo' ? DEMO_ISSUER : claims.iss,
        subject: claims.sub,
        async verifiedEmail() {
          const said =
            claims.email === undefined
              ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
              : claims
          const { email, email_verified } = said
          return typeof email === 'string' && email_verified === true ? email : undefined
        },
      }
    },
  }
}

async function configureIssuer({ url, clientId, clientSecret }: IssuerSettings) {
  const issuer = new URL(url)
  const configuration = await client.discovery(
    issuer,
    clientId,
    clientSecret,
    secretAsAsked(clientSecret),
    { execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [] },
  )
  configuration.timeout = SECONDS_TO_WAIT
  client.enableNonRepudiationChecks(configuration)
  return configuration
}

/** Gives the secret in the way that the issuer takes it. */
function secretAsAsked(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported
    const give = !ways || ways.includes('client_secret_basic') ? basic : post
    give(server, ...rest)
  }
}

/** The demo issuer is this server itself: asked from inside, under the name that people use. */
function configureDemo(app: FastifyInstance) {
  const toItself: client.CustomFetch = async (url, { method, headers, body }) => {
    const { pathname, search, host } = new URL(url)
    const answer = await app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${pathname}${search}`,
      headers: { ...headers, host },
      ...(body ? { payload: String(body) } : {}),
    })
    return new Response(new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    })
  }
  const byOrigin = new Map<string, Promise<client.Configuration>>()
  return (origin: string) => {
    const there = byOrigin.get(origin)
    if (there) return there
    byOrigin.clear()
    const made = client.discovery(
      new URL(`${origin}${DEMO_BASE}`),
      DEMO_CLIENT,
      { id_token_signed_response_alg: 'ES256' },
      client.None(),
      {
        execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
        [client.customFetch]: toItself,
      },
    )
    made.catch(() => byOrigin.delete(origin))
    byOrigin.set(origin, made)
    return made
  }
}

/** Asks once; again only where that failed. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }
}
