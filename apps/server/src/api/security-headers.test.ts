import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SIGN_IN } from '../sign-in/sign-in-settings.ts'
import { inProject } from '../start/data-folder.ts'
import { buildServer } from './build-server.ts'
import { RATE_LIMITS } from './rate-limits.ts'
import { ServerStopping } from './server-stopping.ts'
import { askWhileClosing } from './testing/ask-while-closing.ts'
import { expectNothingInline, expectSafe } from './testing/expect-safe.ts'

const OUTSIDE = 'tijdig.example'

let folder: string
let app: FastifyInstance

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), readFileSync(inProject('apps', 'web', 'index.html')))
  await writeFile(join(folder, 'assets', 'index-a1b2c3.js'), 'export {}\n'.repeat(500))
  await writeFile(join(folder, 'assets', 'index-a1b2c3.css'), 'a{}')
  app = await build()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const build = (rates: Partial<typeof RATE_LIMITS> = {}, address?: string) =>
  buildServer({
    house: () => Promise.reject(new ServerStopping()),
    webFolder: folder,
    hosts: [OUTSIDE],
    rates: { ...RATE_LIMITS, ...rates },
    signIn: { ...DEFAULT_SIGN_IN, address },
  })

const get = (url: string, headers: Record<string, string> = {}, more: InjectOptions = {}) =>
  app.inject({ url, headers: { host: 'localhost', ...headers }, ...more })

const ISSUER = '/demo-inloggen'
const query = (values: Record<string, string>) => new URLSearchParams(values).toString()
const AUTHORIZATION = {
  client_id: 'tijdig',
  response_type: 'code',
  scope: 'openid',
  redirect_uri: 'http://localhost/inloggen/klaar',
  state: 'x'.repeat(43),
  nonce: 'x'.repeat(43),
}

/** Every kind of answer that can be had without a database. */
const ANSWERS: readonly [string, number, () => Promise<LightMyRequestResponse>][] = [
  ['the web application', 200, () => get('/')],
  ['a page of it', 200, () => get('/trajecten/ot/OT-0003?tab=1')],
  ['its program', 200, () => get('/assets/index-a1b2c3.js')],
  ['its style', 200, () => get('/assets/index-a1b2c3.css')],
  ['a file that is not there', 404, () => get('/assets/weg.js')],
  ['a folder, which is a page like any other', 200, () => get('/assets/')],
  ['what keeps versions', 404, () => get('/.git/config.txt')],
  ['the description of the API', 200, () => get('/api/v1/openapi.json')],
  ['how to sign in', 200, () => get('/api/v1/sign-in')],
  ['who did not sign in', 401, () => get('/api/v1/trajectories?route=jbjr')],
  ['an endpoint that is not there', 404, () => get('/api/v1/nergens')],
  ['another version of the API', 404, () => get('/api/v2/routes')],
  ['a parameter that is not there', 400, () => get('/api/v1/sign-in?x=1')],
  ['an address that cannot be read', 400, () => get('/api/v1/%E0%A4%A')],
  ['an address that is too long', 414, () => get(`/api/v1/${'x'.repeat(9_000)}`)],
  ['another name', 421, () => get('/', { host: 'evil.example' })],
  [
    'another site',
    403,
    () => get('/api/v1/session', { 'sec-fetch-site': 'cross-site' }, { method: 'DELETE' }),
  ],
  ['another method', 404, () => get('/', {}, { method: 'POST' })],
  ['only the headers', 200, () => get('/', {}, { method: 'HEAD' })],
  ['going to sign in', 302, () => get('/inloggen?terug=/a')],
  ['coming back without having gone', 302, () => get('/inloggen/klaar?code=x')],
  ['the style of the sign-in pages', 200, () => get('/inloggen/stijl.css')],
  ['their letter', 200, () => get('/inloggen/letter-400.woff2')],
  ['the demo issuer', 200, () => get(`${ISSUER}/.well-known/openid-configuration`)],
  ['its keys', 200, () => get(`${ISSUER}/jwks`)],
  ['its refusal', 400, () => get(`${ISSUER}/auth?client_id=x`)],
  ['its choice that is over', 400, () => get(`${ISSUER}/kiezen/nergens`)],
  ['what it does not have', 404, () => get(`${ISSUER}/nergens`)],
  ['a server that stops', 503, () => get('/api/v1/session', { cookie: COOKIE })],
]
const COOKIE = `__Host-tijdig=${'x'.repeat(43)}`

describe('every kind of answer', () => {
  it.each(ANSWERS)('is safe to show: %s', async (_what, status, ask) => {
    const answer = await ask()
    expect(answer.statusCode).toBe(status)
    expectSafe(answer)
  })

  it('is safe too when it is refused for being asked too often', async () => {
    const busy = await build({ signIn: 1, calls: 1 })
    for (const url of ['/inloggen', '/api/v1/sign-in']) {
      const ask = () => busy.inject({ url, headers: { host: 'localhost', accept: 'text/html' } })
      await ask()
      const answer = await ask()
      expect(answer.statusCode).toBe(429)
      expectSafe(answer)
    }
  })

  it('is safe too while the server stops', async () => {
    const stopping = await build()
    const at = await stopping.listen({ host: '127.0.0.1', port: 0 })
    const page = await fetch(at)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src/)
    expect(page.headers.get('content-security-policy')).not.toContain(',')
    const { answer, stopped } = await askWhileClosing(stopping, at)
    await stopped
    expect(answer).toMatch(/^HTTP\/1.1 503 /)
    expect(answer.toLowerCase()).toContain('\r\nx-content-type-options: nosniff')
    expect(answer.toLowerCase()).toContain("\r\ncontent-security-policy: default-src 'none'")
  })
})

describe('under a name that is not of this machine alone', () => {
  it('browsers are told to come encrypted; under its own name they are not', async () => {
    for (const url of ['/', '/api/v1/sign-in', '/api/v1/routes', `${ISSUER}/jwks`, '/weg.js']) {
      const told = async (host: string) =>
        (await get(url, { host })).headers['strict-transport-security']
      expect(await told(OUTSIDE)).toBe('max-age=63072000; includeSubDomains')
      expect(await told('localhost:8080')).toBeUndefined()
    }
  })

  it('they are told so by what the keeper says, whatever name is used inside', async () => {
    const named = await build({}, 'https://tijdig.example')
    const { headers } = await named.inject({ url: '/', headers: { host: 'localhost' } })
    expect(headers['strict-transport-security']).toBeDefined()
  })
})

describe('pages', () => {
  it('run nothing and style nothing that stands in them', async () => {
    for (const url of ['/', '/trajecten', `${ISSUER}/kiezen/x`, `${ISSUER}/auth?client_id=x`]) {
      expectNothingInline((await get(url, { accept: 'text/html' })).body)
    }
  })

  it('may be run by other programs of ours only, and the API by none', async () => {
    const policyOf = async (url: string) =>
      String((await get(url)).headers['content-security-policy'])
    expect(await policyOf('/')).toContain("script-src 'self'; style-src 'self'")
    expect(await policyOf('/api/v1/sign-in')).not.toContain("'self'")
    expect(await policyOf('/api/v1/nergens')).not.toContain("'self'")
  })
})

describe('other origins', () => {
  it('may read what describes the API and the demo issuer, and nothing else', async () => {
    const open: string[] = []
    for (const [what, , ask] of ANSWERS) {
      const { headers } = await ask()
      if (headers['access-control-allow-origin'] !== undefined) open.push(what)
    }
    expect(open).toEqual(['the description of the API', 'the demo issuer', 'its keys'])
  })

  it('get no answer to what they ask before they ask', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' }
    const answer = await get('/api/v1/session', headers, { method: 'OPTIONS' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers).not.toHaveProperty('access-control-allow-methods')
  })
})

describe('cookies', () => {
  it('of ours are of this host, secure, and not for pages to read', async () => {
    const { headers, body } = await get('/inloggen')
    expect(headers['set-cookie']).toMatch(
      /^__Host-tijdig-aanmelding=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=900$/,
    )
    expect(body).toBe('')
  })

  it('of the demo issuer are for it alone, and not for pages to read', async () => {
    const challenge = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
    const { headers } = await get(`${ISSUER}/auth?${query({ ...AUTHORIZATION, ...challenge })}`)
    const cookies = [headers['set-cookie'] ?? []].flat()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie.toLowerCase()).toMatch(/; path=\/demo-inloggen/)
      expect(cookie.toLowerCase()).toMatch(/; httponly/)
      expect(cookie.toLowerCase()).toMatch(/; samesite=lax/)
    }
  })
})

describe('the demo issuer', () => {
  const start = async (values: Record<string, string>) =>
    get(`${ISSUER}/auth?${query({ ...AUTHORIZATION, ...values })}`)

  it('leads back to us only', async () => {
    const answer = await start({ redirect_uri: 'https://evil.example/inloggen/klaar' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers.location).toBeUndefined()
  })

  it.each([
    ['without a challenge', {}],
    ['with a plain one', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }],
    ['for a token at once', { response_type: 'id_token' }],
  ])('begins nothing %s', async (_how, values) => {
    const { headers } = await start(values)
    expect(
      new URL(String(headers.location)).search + new URL(String(headers.location)).hash,
    ).toMatch(/error=(invalid_request|unsupported_response_type|unauthorized_client)/)
  })

  it('has no page for developers', async () => {
    expect((await get(`${ISSUER}/interaction/x`)).statusCode).toBe(404)
  })
})
