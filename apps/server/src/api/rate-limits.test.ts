import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { buildServer } from './build-server.ts'
import { EXPENSIVE, RATE_LIMITS, type RateLimits } from './rate-limits.ts'
import { clientAddress, NO_PROXIES, readProxies } from './rate-limits-address.ts'
import { readRateLimits } from './rate-limits-settings.ts'
import { ServerStopping } from './server-stopping.ts'

async function serverWith(limits: Partial<RateLimits>, proxies?: string): Promise<FastifyInstance> {
  return buildServer({
    house: () => Promise.reject(new ServerStopping()),
    rates: { ...RATE_LIMITS, ...limits },
    ...(proxies && { proxies: proxiesOf(proxies) }),
  })
}

function proxiesOf(text: string) {
  const read = readProxies(text)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

interface Asked {
  readonly from?: string
  readonly forwarded?: string
  readonly accept?: string
  readonly token?: string
}

const ask = (
  app: FastifyInstance,
  url: string,
  { from = '192.0.2.1', forwarded, accept, token }: Asked = {},
) =>
  app.inject({
    url,
    remoteAddress: from,
    headers: {
      host: 'localhost',
      ...(forwarded && { 'x-forwarded-for': forwarded }),
      ...(accept && { accept }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
  })

async function statuses(times: number, once: () => Promise<{ readonly statusCode: number }>) {
  const seen: number[] = []
  for (let time = 0; time < times; time++) seen.push((await once()).statusCode)
  return seen
}

describe('signing in', () => {
  it('can be tried so often from one address, also when tries do not go together', async () => {
    const app = await serverWith({ signIn: 4 })
    expect(await statuses(5, () => ask(app, '/inloggen?terug=/a'))).toEqual([
      302, 302, 302, 302, 429,
    ])
    expect((await ask(app, '/inloggen/klaar?code=x&state=y')).statusCode).toBe(429)
    expect((await ask(app, '/inloggen', { from: '192.0.2.2' })).statusCode).toBe(302)
  })

  it('says in words when it can be tried again: to a program, and to a person', async () => {
    const app = await serverWith({ signIn: 1 })
    await ask(app, '/inloggen')
    const told = await ask(app, '/inloggen')
    expect(told.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const seconds = Number(told.headers['retry-after'])
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(told.json()).toEqual({
      type: 'about:blank',
      title: 'Dit is te vaak gevraagd.',
      status: 429,
      code: 'too-many-requests',
      detail: `Dit is nu te vaak gevraagd. Wacht ${seconds} seconden en probeer het dan opnieuw.`,
    })
    const shown = await ask(app, '/inloggen', { accept: 'text/html,*/*' })
    expect(shown.statusCode).toBe(429)
    expect(shown.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(shown.headers['retry-after']).toBeDefined()
    expect(shown.body).toContain('Even wachten')
  })

  it('can be tried so often at the demo issuer', async () => {
    const app = await serverWith({ demoIssuer: 3 })
    const url = '/demo-inloggen/kiezen/nergens'
    expect(await statuses(5, () => ask(app, url))).toEqual([400, 400, 400, 429, 429])
  })
})

describe('asking without being known', () => {
  it('can be done so often from one address, with whatever token', async () => {
    const app = await serverWith({ refused: 3 })
    const url = '/api/v1/trajectories?route=jbjr'
    const guess = () => ask(app, url, { token: randomBytes(32).toString('base64url') })
    expect(await statuses(5, guess)).toEqual([401, 401, 401, 429, 429])
    expect((await ask(app, url)).statusCode).toBe(429)
    expect((await ask(app, url, { from: '192.0.2.2' })).statusCode).toBe(401)
  })

  it('counts what is open to everybody too', async () => {
    const app = await serverWith({ calls: 2 })
    expect(await statuses(3, () => ask(app, '/api/v1/sign-in'))).toEqual([200, 200, 429])
  })

  it('does not count the web application', async () => {
    const app = await serverWith({ signIn: 1, demoIssuer: 1, refused: 1, calls: 1 })
    expect(await statuses(3, () => ask(app, '/inloggen/stijl.css'))).toEqual([200, 200, 200])
  })
})

describe('where a request comes from', () => {
  const request = (remoteAddress: string, forwarded?: string) => ({
    raw: { socket: { remoteAddress } } as never,
    headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) },
  })

  it.each<[string, string, string | undefined, string]>([
    ['198.51.100.7', '', undefined, '198.51.100.7'],
    ['198.51.100.7', '', '203.0.113.9', '198.51.100.7'],
    ['198.51.100.7', '10.0.0.1', '203.0.113.9', '198.51.100.7'],
    ['10.0.0.1', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:10.0.0.1', '10.0.0.0/8', '203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.0/8', 'made-up, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.0/8', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.0/8', 'nonsense', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.0/8', undefined, '10.0.0.1'],
    ['2001:db8:0:1::a', '', undefined, '2001:db8:0:1'],
    ['2001:db8:0:1:ffff::b', '', undefined, '2001:db8:0:1'],
    ['2001:db8::b', '', undefined, '2001:db8:0:0'],
    ['::1', '', undefined, '0:0:0:0'],
  ])('%s, before it the proxies "%s" and the header %s: %s', (from, proxies, header, expected) => {
    const named = proxies === '' ? NO_PROXIES : proxiesOf(proxies)
    expect(clientAddress(request(from, header), named)).toBe(expected)
  })

  it('cannot be made up by who asks', async () => {
    const app = await serverWith({ signIn: 2 })
    let last = 0
    const elsewhere = () => ask(app, '/inloggen', { forwarded: `203.0.113.${last++}` })
    expect(await statuses(3, elsewhere)).toEqual([302, 302, 429])
  })

  it('is told apart behind a proxy that the keeper named', async () => {
    const app = await serverWith({ signIn: 1 }, '10.0.0.1')
    const through = (forwarded: string) => ask(app, '/inloggen', { from: '10.0.0.1', forwarded })
    expect((await through('203.0.113.1')).statusCode).toBe(302)
    expect((await through('203.0.113.2')).statusCode).toBe(302)
    expect((await through('spoofed, 203.0.113.1')).statusCode).toBe(429)
  })

  it.each(['proxy.example', '10.0.0.1/33', '10.0.0.0/8/8', '::/129', '1.2.3'])(
    'refuses a proxy that is none: %s',
    (text) => expect(readProxies(text)).toMatchObject({ ok: false }),
  )
})

describe('the limits', () => {
  it('are set by the environment, each by its name', () => {
    expect(readRateLimits({})).toEqual({ ok: true, value: RATE_LIMITS })
    const set = { TIJDIG_LIMIT_CALLS: '5', TIJDIG_LIMIT_REPORTS: '' }
    expect(readRateLimits(set)).toEqual({ ok: true, value: { ...RATE_LIMITS, calls: 5 } })
  })

  it('are lower for endpoints that are there', async () => {
    const app = await serverWith({})
    for (const endpoint of Object.keys(EXPENSIVE)) {
      const [method = '', path = ''] = endpoint.split(' ')
      expect([endpoint, app.hasRoute({ method: method as 'GET', url: `/api/v1${path}` })]).toEqual([
        endpoint,
        true,
      ])
    }
  })

  it.each(['0', '-1', 'off', '1.5', '10000000'])('cannot be %s', (text) => {
    const read = readRateLimits({ TIJDIG_LIMIT_FIGURES: text })
    expect(read.ok ? '' : read.error).toContain('TIJDIG_LIMIT_FIGURES')
  })
})
