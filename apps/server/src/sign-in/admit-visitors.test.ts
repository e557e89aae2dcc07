import type { InjectOptions } from 'fastify'
import { describe, expect, it } from 'vitest'
import { buildServer } from '../api/build-server.ts'
import type { Problem } from '../api/contract.ts'

const nobody = () => Promise.reject(new Error('the house is asked nothing'))

/** What one needs to know before signing in; nothing is added here without a thought. */
const OPEN = ['/sign-in']

describe('the endpoints of the API', () => {
  it('answer nobody who did not sign in, but for the few that are open', async () => {
    const app = await buildServer({ house: nobody, report: () => undefined })
    await app.ready()
    const paths = Object.entries((app.swagger().paths ?? {}) as Record<string, object>)
    const asked = paths.flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    )
    expect(asked.length).toBeGreaterThan(25)
    const open = []
    for (const { method, path } of asked) {
      const url = `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`
      const request = { method, url, headers: { host: 'localhost' } } as InjectOptions
      const answer = await app.inject(request)
      if (answer.statusCode !== 401) open.push(path)
      else expect(answer.json<Problem>().code).toBe('sign-in-needed')
    }
    expect(open).toEqual(OPEN)
    await app.close()
  })

  it.each([
    { authorization: 'Basic dGRnXzp4' },
    { authorization: 'Bearer tdg_short' },
    { authorization: `Bearer ${'a'.repeat(43)}` },
    { cookie: '__Host-tijdig=' },
    { cookie: '__Host-tijdig=../../x' },
    { cookie: `__Host-tijdig=${'a'.repeat(43)}; __Host-tijdig=${'b'.repeat(43)}` },
    { cookie: `tijdig=${'a'.repeat(43)}` },
    // Whoever sends a header has chosen it: the cookie beside it does not count.
    { authorization: 'Bearer x', cookie: `__Host-tijdig=${'a'.repeat(43)}` },
  ])('do not even look up what cannot be a token: %j', async (headers) => {
    const app = await buildServer({ house: nobody, report: () => undefined })
    const answer = await app.inject({
      url: '/api/v1/session',
      headers: { host: 'localhost', ...headers },
    })
    expect(answer.statusCode).toBe(401)
    await app.close()
  })
})
