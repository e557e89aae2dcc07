import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem, Session } from '../api/contract.ts'
import { CookieJar } from '../testing/cookie-jar.ts'
import { listeningServer } from '../testing/listening-server.ts'
import { chooseDemoPerson, signInAsDemoPerson } from '../testing/sign-in-as-demo-person.ts'
import { ATTEMPT_COOKIE, SESSION_COOKIE } from './cookies.ts'
import { hashOfToken } from './token.ts'

let server: Awaited<ReturnType<typeof listeningServer>>

beforeAll(async () => {
  server = await listeningServer()
})
afterAll(() => server.close())

async function signedIn(person = 'lotte-vermeer'): Promise<CookieJar> {
  const jar = new CookieJar()
  expect((await signInAsDemoPerson(jar, server.at, person)).status).toBe(302)
  return jar
}

const api = (jar: CookieJar, path: string, options?: RequestInit) =>
  jar.fetch(`${server.at}/api/v1/${path}`, options)

const send = (jar: CookieJar, method: string, path: string, body?: object, headers = {}) =>
  api(jar, path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })

async function session(jar: CookieJar): Promise<Session> {
  const response = await api(jar, 'session')
  expect(response.status).toBe(200)
  return (await response.json()) as Session
}

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  const { status: said, code: given } = (await response.json()) as Problem
  expect({ status: response.status, said, given }).toEqual({ status, said: status, given: code })
}

const rewind = (jar: CookieJar, change: string) =>
  server.asOwner(
    `update tijdig.session set ${change} where hash = '\\x${hashOfToken(jar.get(SESSION_COOKIE) ?? '')}'`,
  )

/** The session's cookie as it was set, without its value. */
const flagsOf = (jar: CookieJar, name: string) =>
  jar.seen
    .find((line) => line.startsWith(`${name}=`) && !line.includes(`${name}=;`))
    ?.replace(/=[^;]*/, '')

describe('signing in', () => {
  test('goes to the issuer and back, to the page that was asked for', async () => {
    const jar = new CookieJar()
    const away = await jar.fetch(`${server.at}/inloggen?terug=/trajecten`)
    const to = new URL(away.headers.get('location') ?? '')
    expect(to.pathname).toBe('/demo-inloggen/auth')
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const back = await signInAsDemoPerson(jar, server.at, 'lotte-vermeer', '/trajecten?route=jbjr')
    expect(back.headers.get('location')).toBe('/trajecten?route=jbjr')
    const { person, appointment, purpose, demo, idleMinutes } = await session(jar)
    expect({ person, purpose, demo, idleMinutes }).toEqual({
      person: { name: 'Lotte Vermeer' },
      purpose: { code: 'help', label: 'hulp verlenen' },
      demo: true,
      idleMinutes: 30,
    })
    expect(appointment).toMatchObject({ role: 'worker', teams: ['noord'] })
    expect(server.reported).toEqual([])
  })

  test('sets cookies that only this server gets, and no page can read', async () => {
    const jar = await signedIn()
    expect(flagsOf(jar, SESSION_COOKIE)).toBe(
      '__Host-tijdig; Path=/; Secure; HttpOnly; SameSite=Lax',
    )
    expect(flagsOf(jar, ATTEMPT_COOKIE)).toBe(
      '__Host-tijdig-aanmelding; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=900',
    )
    expect(jar.get(SESSION_COOKIE)).toMatch(/^[\w-]{43}$/)
    expect(jar.get(ATTEMPT_COOKIE)).toBeUndefined()
  })

  test('gives a new token each time, and the one before is over', async () => {
    const jar = await signedIn()
    const old = jar.get(SESSION_COOKIE) ?? ''
    await signInAsDemoPerson(jar, server.at, 'lotte-vermeer')
    expect(jar.get(SESSION_COOKIE)).not.toBe(old)
    const thief = new CookieJar()
    thief.set(SESSION_COOKIE, old)
    await expectProblem(await api(thief, 'session'), 401, 'sign-in-needed')
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/inloggen/klaar'])(
    'never leads elsewhere: %s',
    async (back) => {
      const jar = new CookieJar()
      const response = await signInAsDemoPerson(jar, server.at, 'lotte-vermeer', back)
      expect(response.headers.get('location')).toBe('/')
      // Not even where somebody changed the cookie.
      const callback = await chooseDemoPerson(jar, server.at, 'lotte-vermeer')
      changeAttempt(jar, { back })
      expect((await jar.fetch(callback)).headers.get('location')).toBe('/')
    },
  )
})

describe('an answer of the issuer that is not to this attempt', () => {
  const failed = async (jar: CookieJar, callback: URL) => {
    const before = jar.get(SESSION_COOKIE)
    const response = await jar.fetch(callback)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(/^\/aanmelden\?reden=mislukt/)
    expect(jar.get(SESSION_COOKIE)).toBe(before)
    expect(jar.get(ATTEMPT_COOKIE)).toBeUndefined()
  }

  test('is refused: used before', async () => {
    const jar = new CookieJar()
    const callback = await chooseDemoPerson(jar, server.at, 'lotte-vermeer')
    const attempt = jar.get(ATTEMPT_COOKIE) ?? ''
    expect((await jar.fetch(callback)).headers.get('location')).toBe('/')
    await failed(jar, callback)
    jar.set(ATTEMPT_COOKIE, attempt)
    await failed(jar, callback)
  })

  test('is refused: of another browser', async () => {
    const callback = await chooseDemoPerson(new CookieJar(), server.at, 'lotte-vermeer')
    await failed(new CookieJar(), callback)
    const victim = new CookieJar()
    await victim.fetch(`${server.at}/inloggen`)
    await failed(victim, callback)
  })

  test.each(['state', 'nonce', 'verifier'])('is refused: another %s', async (part) => {
    const jar = new CookieJar()
    const callback = await chooseDemoPerson(jar, server.at, 'lotte-vermeer')
    changeAttempt(jar, { [part]: 'x'.repeat(43) })
    await failed(jar, callback)
  })

  test('is refused: of another issuer, with an error, or without a code', async () => {
    for (const [name, value] of [
      ['iss', 'https://evil.example'],
      ['error', 'access_denied'],
      ['code', ''],
    ] as const) {
      const jar = new CookieJar()
      const callback = await chooseDemoPerson(jar, server.at, 'lotte-vermeer')
      callback.searchParams.set(name, value)
      await failed(jar, callback)
    }
  })

  test('the demo issuer gives nobody a code without PKCE', async () => {
    const jar = new CookieJar()
    const away = await jar.fetch(`${server.at}/inloggen`)
    const to = new URL(away.headers.get('location') ?? '')
    to.searchParams.delete('code_challenge')
    to.searchParams.delete('code_challenge_method')
    const { next, response } = await jar.follow(to, (next) => next.pathname !== '/inloggen/klaar')
    expect(response.status).toBe(303)
    expect(next?.searchParams.get('error')).toBe('invalid_request')
    expect(next?.searchParams.get('code')).toBeNull()
  })
})

describe('a session', () => {
  test('ends at signing out, here and nowhere else', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    const token = here.get(SESSION_COOKIE) ?? ''
    expect((await send(here, 'DELETE', 'session')).status).toBe(204)
    expect(here.get(SESSION_COOKIE)).toBeUndefined()
    here.set(SESSION_COOKIE, token)
    await expectProblem(await api(here, 'session'), 401, 'sign-in-needed')
    expect((await api(there, 'session')).status).toBe(200)
  })

  test('ends everywhere at once', async () => {
    const [here, there, other] = [
      await signedIn(),
      await signedIn(),
      await signedIn('tom-verhoeven'),
    ]
    expect((await send(here, 'DELETE', 'sessions')).status).toBe(204)
    await expectProblem(await api(there, 'session'), 401, 'sign-in-needed')
    expect((await api(other, 'session')).status).toBe(200)
  })

  test('ends when nothing was asked for too long', async () => {
    const jar = await signedIn()
    await rewind(jar, "seen_at = now() - interval '29 minutes'")
    expect((await api(jar, 'session')).status).toBe(200)
    await rewind(jar, "seen_at = now() - interval '31 minutes'")
    await expectProblem(await api(jar, 'session'), 401, 'sign-in-needed')
  })

  test('goes on for who keeps asking', async () => {
    const jar = await signedIn()
    await rewind(jar, "seen_at = now() - interval '29 minutes'")
    expect((await api(jar, 'session')).status).toBe(200)
    const [row] = (await server.asOwner(
      `select seen_at > now() - interval '1 minute' as fresh from tijdig.session
       where hash = '\\x${hashOfToken(jar.get(SESSION_COOKIE) ?? '')}'`,
    )) as { fresh: boolean }[]
    expect(row?.fresh).toBe(true)
  })

  test('ends twelve hours after it began, whatever was asked', async () => {
    const jar = await signedIn()
    const { endsAt } = await session(jar)
    const left = new Date(endsAt).getTime() - Date.now()
    expect(left / 3_600_000).toBeGreaterThan(11.9)
    expect(left / 3_600_000).toBeLessThanOrEqual(12)
    await rewind(jar, 'ends_at = now()')
    await expectProblem(await api(jar, 'session'), 401, 'sign-in-needed')
  })

  test('is over at the very next request once the right is withdrawn', async () => {
    const jar = await signedIn('rachid-bouzid')
    const admin = await signedIn('inge-brouwer')
    const { appointment } = await session(jar)
    expect((await send(admin, 'DELETE', `appointments/${appointment.id}`)).status).toBe(204)
    await expectProblem(await api(jar, 'session'), 401, 'sign-in-needed')
    const again = await signInAsDemoPerson(jar, server.at, 'rachid-bouzid')
    expect(again.status).toBe(403)
    const page = await again.text()
    expect(page).toContain('U hebt nog geen toegang')
    expect(page).toContain('beheerder van Tijdig in uw eigen organisatie')
  })

  test('goes on in another appointment under another token', async () => {
    const jar = await signedIn('annelies-bos')
    const before = await session(jar)
    const old = jar.get(SESSION_COOKIE) ?? ''
    const other = before.appointments.find(({ role }) => role === 'worker')
    const switched = await send(jar, 'POST', 'session/appointment', { appointment: other?.id })
    expect(switched.status).toBe(200)
    expect(await switched.json()).toMatchObject({
      appointment: { id: other?.id, organisation: { code: 'DJGB' } },
      purpose: { code: 'help' },
      endsAt: before.endsAt,
    })
    expect(jar.get(SESSION_COOKIE)).not.toBe(old)
    expect((await session(jar)).appointment.role).toBe('worker')
    jar.set(SESSION_COOKIE, old)
    await expectProblem(await api(jar, 'session'), 401, 'sign-in-needed')
  })

  test('goes on for another purpose of the role, and for no other', async () => {
    const jar = await signedIn('annelies-bos')
    const { appointment, purpose, purposes } = await session(jar)
    expect(purpose.code).toBe('coordination')
    expect(purposes.map(({ code }) => code)).toEqual(['coordination', 'help'])
    const ask = (wanted: string) =>
      send(jar, 'POST', 'session/appointment', { appointment: appointment.id, purpose: wanted })
    await expectProblem(await ask('policy'), 400, 'purpose-unknown')
    expect(await (await ask('help')).json()).toMatchObject({ purpose: { code: 'help' } })
  })

  test("does not become somebody else's", async () => {
    const [jar, other] = [await signedIn('annelies-bos'), await signedIn('tom-verhoeven')]
    const { appointment } = await session(other)
    const asked = await send(jar, 'POST', 'session/appointment', { appointment: appointment.id })
    await expectProblem(asked, 404, 'appointment-unknown')
    expect((await api(jar, 'session')).status).toBe(200)
  })
})

describe('another site', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('cannot have a session do something: %j', async (headers) => {
    const jar = await signedIn()
    await expectProblem(
      await send(jar, 'DELETE', 'sessions', undefined, headers),
      403,
      'origin-not-allowed',
    )
    expect((await api(jar, 'session')).status).toBe(200)
  })

  test('is not what a page of this server is', async () => {
    const jar = await signedIn()
    const headers = { origin: server.at, 'sec-fetch-site': 'same-origin' }
    expect((await send(jar, 'DELETE', 'session', undefined, headers)).status).toBe(204)
  })
})

describe('the demo issuer', () => {
  test('says that its people are made up, runs no script and asks no password', async () => {
    const jar = new CookieJar()
    const { response } = await jar.follow(`${server.at}/inloggen`)
    const page = await response.text()
    expect(page).toContain('verzonnen mensen')
    expect(page).not.toMatch(/<script|style=|type="password"|\son\w+=/)
    expect(page.match(/<button /g)).toHaveLength(21)
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'")
    for (const path of ['stijl.css', 'letter-400.woff2']) {
      expect((await fetch(`${server.at}/inloggen/${path}`)).status).toBe(200)
    }
  })

  test('lets nobody be chosen who is not there, nor without having asked', async () => {
    const jar = new CookieJar()
    const { url } = await jar.follow(`${server.at}/inloggen`)
    server.reported.length = 0
    const choose = (who: CookieJar, person: string) =>
      who.fetch(url, { method: 'POST', body: new URLSearchParams({ persoon: person }) })
    expect((await choose(jar, 'iemand-anders')).status).toBe(400)
    expect((await choose(new CookieJar(), 'lotte-vermeer')).status).toBe(400)
    expect((await new CookieJar().fetch(url)).status).toBe(400)
    expect(server.reported).toEqual([])
  })

  test('sends nobody to an address that is not this server', async () => {
    const jar = new CookieJar()
    const away = await jar.fetch(`${server.at}/inloggen`)
    const to = new URL(away.headers.get('location') ?? '')
    to.searchParams.set('redirect_uri', 'https://evil.example/inloggen/klaar')
    const { response, next } = await jar.follow(to)
    expect(next).toBeUndefined()
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Inloggen is niet gelukt')
  })
})

function changeAttempt(jar: CookieJar, change: object): void {
  const attempt = JSON.parse(Buffer.from(jar.get(ATTEMPT_COOKIE) ?? '', 'base64url').toString())
  const changed = JSON.stringify({ ...attempt, ...change })
  jar.set(ATTEMPT_COOKIE, Buffer.from(changed).toString('base64url'))
}
