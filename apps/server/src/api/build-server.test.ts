import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SESSION_COOKIE } from '../sign-in/cookies.ts'
import { makeToken } from '../sign-in/token.ts'
import { buildServer } from './build-server.ts'
import { ServerStopping } from './server-stopping.ts'

let folder: string
let app: FastifyInstance

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Tijdig</title>')
  await writeFile(join(folder, 'assets', 'index-a1b2c3.js'), 'export {}\n'.repeat(500))
  app = await buildServer({ house: () => Promise.reject(new ServerStopping()), webFolder: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: 'localhost', ...headers } })

describe('the web application', () => {
  it.each(['/', '/trajecten', '/trajecten/ot/OT-0003?tab=1', '/rapporten/2'])(
    'is what the page %s shows',
    async (url) => {
      const response = await get(url)
      expect(response.statusCode).toBe(200)
      expect(response.body).toContain('<title>Tijdig</title>')
      expect(response.headers['cache-control']).toBe('no-cache')
    },
  )

  it('runs only what comes from here, and in no frame of another', async () => {
    const { headers } = await get('/')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('is kept for ever where its name changes with it, and sent small', async () => {
    const asset = await get('/assets/index-a1b2c3.js', { 'accept-encoding': 'br' })
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(asset.headers['content-encoding']).toBe('br')
    expect(asset.rawPayload.length).toBeLessThan(1_000)
  })

  it('does not answer for files and calls that are not there', async () => {
    expect((await get('/assets/weg.js')).statusCode).toBe(404)
    expect((await get('/../package.json')).statusCode).toBe(404)
    expect((await get('/api/v2/routes')).json()).toMatchObject({ status: 404, code: 'not-found' })
    expect((await get('/api')).statusCode).toBe(404)
    const post = await app.inject({ method: 'POST', url: '/', headers: { host: 'localhost' } })
    expect(post.statusCode).toBe(404)
  })
})

describe('the API', () => {
  it('says that the server stops to who waits for it', async () => {
    const cookie = `${SESSION_COOKIE}=${makeToken(randomBytes)}`
    const response = await get('/api/v1/routes', { cookie })
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ code: 'stopping' })
    expect(response.headers['api-version']).toBe('1.0.0')
  })

  it('answers nothing to who did not sign in, also to who asks for what is not there', async () => {
    for (const path of ['routes', 'trajectories?route=ot', 'trajectories/ot/OT-0001', 'figures']) {
      const response = await get(`/api/v1/${path}`)
      expect([response.statusCode, response.json().code]).toEqual([401, 'sign-in-needed'])
    }
  })

  it('describes itself after the rules of the Dutch government', async () => {
    const response = await get('/api/v1/openapi.json')
    expect(response.headers['access-control-allow-origin']).toBe('*')
    const document = response.json()
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: '/api/v1', description: 'Deze server' }])
    const operations = new Set<string>()
    for (const [path, methods] of Object.entries<Record<string, Operation>>(document.paths)) {
      expect(path).toMatch(/^(\/([a-z0-9.-]+|\{[a-zA-Z]+\}))+$/)
      for (const operation of Object.values(methods)) {
        operations.add(operation.operationId)
        for (const parameter of operation.parameters ?? []) {
          expect(parameter.name).toMatch(/^[a-z][a-zA-Z]*$/)
        }
        expect(Object.keys(operation.responses)).toContain('400')
        for (const [status, answer] of Object.entries(operation.responses)) {
          expect(answer.headers).toHaveProperty('API-Version')
          if (Number(status) < 400) continue
          expect(Object.keys(answer.content)).toEqual(['application/problem+json'])
        }
      }
    }
    expect(operations.size).toBe(
      Object.values<object>(document.paths).flatMap((methods) => Object.keys(methods)).length,
    )
    expect(JSON.stringify(document)).not.toContain('Input"')
  })
})

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string }[]
  readonly responses: Readonly<
    Record<string, { readonly headers: object; readonly content: object }>
  >
}
