import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session, SignIn } from '../api/contract.ts'
import { CookieJar } from '../testing/cookie-jar.ts'
import { listeningServer } from '../testing/listening-server.ts'
import { type Claims, otherIssuer } from '../testing/other-issuer.ts'
import { SESSION_COOKIE } from './cookies.ts'

let issuer: Awaited<ReturnType<typeof otherIssuer>>
let server: Awaited<ReturnType<typeof listeningServer>>

beforeAll(async () => {
  issuer = await otherIssuer()
  server = await listeningServer({ issuer: issuer.settings })
  issuer.register(server.at)
})
afterAll(async () => {
  await server.close()
  await issuer.close()
})

/** All the way, as far as the page that one comes to. */
async function signIn(who: Claims) {
  issuer.next(who)
  const jar = new CookieJar()
  const isPage = (to: URL) => to.origin === server.at && to.pathname !== '/inloggen/klaar'
  const last = await jar.follow(`${server.at}/inloggen?terug=/cijfers`, (to) => !isPage(to))
  return { jar, ...last }
}

async function appoint(email: string) {
  const person = { name: 'Iemand Echts', email }
  const made = await server.house.people.appoint(person, {
    organisation: 'WSS',
    role: 'worker',
    teams: [],
  })
  if (typeof made === 'string') throw new Error(made)
}

describe('an issuer of the organisation', () => {
  test('takes the place of the made-up people', async () => {
    const told = (await (await fetch(`${server.at}/api/v1/sign-in`)).json()) as SignIn
    expect(told).toEqual({ demo: false, issuer: issuer.settings.url })
    for (const path of ['', '/auth', '/kiezen/x', '/.well-known/openid-configuration', '/jwks']) {
      expect((await fetch(`${server.at}/demo-inloggen${path}`)).status).toBe(404)
    }
    const { headers } = await fetch(`${server.at}/inloggen`, { redirect: 'manual' })
    expect(new URL(headers.get('location') ?? '').origin).toBe(issuer.settings.url)
  })

  test('lets in who was added, known ever after by who they are there', async () => {
    await appoint('echt@example.nl')
    const first = await signIn({ sub: '4711', email: 'Echt@example.nl', email_verified: true })
    expect(first.next?.pathname).toBe('/cijfers')
    const session = await first.jar.fetch(`${server.at}/api/v1/session`)
    expect((await session.json()) as Session).toMatchObject({
      person: { name: 'Iemand Echts' },
      demo: false,
    })
    expect((await signIn({ sub: '4711' })).next?.pathname).toBe('/cijfers')
    const successor = await signIn({ sub: '4712', email: 'echt@example.nl', email_verified: true })
    expect(successor.response.status).toBe(403)
    expect(server.reported).toEqual([])
  })

  test('is not believed about an address that it has not verified', async () => {
    await appoint('onzeker@example.nl')
    for (const claims of [
      { sub: 'a', email: 'onzeker@example.nl', email_verified: false },
      { sub: 'b', email: 'onzeker@example.nl' },
      { sub: 'c' },
    ]) {
      const { jar, response } = await signIn(claims)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('geen bevestigd e-mailadres')
      expect(jar.get(SESSION_COOKIE)).toBeUndefined()
    }
  })

  test('tells who is not known whom to ask, and begins no session', async () => {
    const email = '<b>x</b>@example.nl'
    const { jar, response } = await signIn({ sub: 'd', email, email_verified: true })
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('&lt;b&gt;x&lt;/b&gt;@example.nl')
    expect(page).not.toContain(email)
    expect(jar.get(SESSION_COOKIE)).toBeUndefined()
  })

  test('never lets in a made-up person, whatever it calls them', async () => {
    const claims = { email: 'inge.brouwer@example.org', email_verified: true }
    for (const sub of ['inge-brouwer', 'zomaar']) {
      expect((await signIn({ sub, ...claims })).response.status).toBe(403)
    }
  })
})

test('an issuer that does not answer is told to people and to the keeper', async () => {
  const away = { url: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'y' }
  const lonely = await listeningServer({ issuer: away })
  const response = await fetch(`${lonely.at}/inloggen`, { redirect: 'manual' })
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('Inloggen kan nu niet')
  expect(lonely.reported).toHaveLength(1)
  await lonely.close()
})
