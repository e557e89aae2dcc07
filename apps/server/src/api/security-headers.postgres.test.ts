import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  loadExamples,
  openTestHouse,
  serve,
  type TestHouse,
} from '../testing/test-house.ts'
import { expectSafe } from './testing/expect-safe.ts'

let opened: TestHouse
let app: FastifyInstance
let publisher: Caller
let worker: Caller

beforeAll(async () => {
  opened = await openTestHouse()
  await loadExamples(opened.house, 'ot-2023-03.ndjson')
  const served = await serve(opened.house)
  app = served.app
  publisher = served
  worker = await served.enter({ role: 'worker', organisation: 'OT', kind: 'support-team' })
  const made = await publisher.post('publications', {
    template: 'ot/progress',
    cutOff: '2023-03-31',
    knownAt: '2023-04-14',
  })
  expect(made.statusCode).toBe(201)
})
afterAll(async () => {
  await app.close()
  await opened.close()
})

const PREVIEW = 'reports/preview?template=ot/progress&cutOff=2023-03-31&knownAt=2023-04-14'
const FIGURES = 'figures?route=ot&cutOff=2023-03-31&knownAt=2023-04-14'

describe('what holds something about somebody', () => {
  it.each([
    ['routes', 'application/json'],
    ['session', 'application/json'],
    ['trajectories?route=ot', 'application/json'],
    ['trajectories/ot/OT-0022', 'application/json'],
    ['trajectories/ot/nergens', 'application/problem+json'],
    [FIGURES, 'application/json'],
  ])('is safe to show and kept nowhere: %s', async (path, type) => {
    const answer = await worker.get(path)
    expectSafe(answer)
    expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('is kept nowhere as a file either', async () => {
    const { headers } = await worker.get(FIGURES.replace('?', '.csv?'))
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-disposition']).toBe('attachment; filename="ot-2023-03-31.csv"')
  })
})

describe('what was published', () => {
  it.each([
    ['figures.csv', 'text/csv; charset=utf-8'],
    ['figures.json', 'application/json; charset=utf-8'],
    ['report.pdf', 'application/pdf'],
  ])('is safe to show in no frame: %s', async (file, type) => {
    const answer = await publisher.get(`publications/1/${file}`)
    expect(answer.statusCode).toBe(200)
    expectSafe(answer)
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.headers['cache-control']).toBe('private, no-cache')
    expect(answer.headers['content-disposition']).toMatch(
      /^inline; filename="[a-z0-9-]+-1-[a-z.]+"$/,
    )
  })

  it.each(['publications/1/report.html', PREVIEW])(
    'is shown in frames of ours only, and runs nothing there: %s',
    async (path) => {
      const answer = await publisher.get(path)
      expect(answer.statusCode).toBe(200)
      expectSafe(answer, "'self'")
      expect(answer.headers['x-frame-options']).toBe('SAMEORIGIN')
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).not.toContain('script-src')
      expect(policy).not.toContain("style-src 'self'")
      expect(answer.body).not.toMatch(/<script|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=/i)
      expect(answer.body.match(/<style/g)).toHaveLength(1)
    },
  )

  it('is as safe when it was not changed', async () => {
    const first = await publisher.get('publications/1/report.html')
    const again = await app.inject({
      url: '/api/v1/publications/1/report.html',
      headers: {
        host: 'localhost',
        cookie: publisher.cookie,
        'if-none-match': String(first.headers.etag),
      },
    })
    expect(again.statusCode).toBe(304)
    expectSafe(again, "'self'")
  })
})

describe('signing out', () => {
  it.each(['session', 'sessions'])('leaves nothing behind in the browser: %s', async (path) => {
    const { enter } = await serve(opened.house)
    const caller = await enter({ role: 'worker', organisation: 'OT' })
    const answer = await caller.del(path)
    expect(answer.statusCode).toBe(204)
    expectSafe(answer)
    expect(answer.headers['clear-site-data']).toBe('"storage"')
    expect(answer.headers['set-cookie']).toMatch(/^__Host-tijdig=; .*Max-Age=0$/)
  })
})
