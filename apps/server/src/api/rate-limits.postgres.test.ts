import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../testing/sign-in-as.ts'
import { openTestHouse, PUBLISHER, type TestHouse } from '../testing/test-house.ts'
import { buildServer } from './build-server.ts'
import { RATE_LIMITS, type RateLimits } from './rate-limits.ts'

let opened: TestHouse
beforeAll(async () => {
  opened = await openTestHouse()
})
afterAll(() => opened.close())

const FIGURES = 'figures?route=ot&cutOff=2023-03-31&knownAt=2023-04-14'
const REPORT = 'reports/preview?template=ot/progress&cutOff=2023-03-31&knownAt=2023-04-14'

async function serverWith(limits: Partial<RateLimits>) {
  const { house } = opened
  const app = await buildServer({
    house: async () => house,
    rates: { ...RATE_LIMITS, ...limits },
  })
  return async (proof?: Record<string, string>) => {
    const known = proof ?? { cookie: (await signInAs(house, PUBLISHER)).cookie }
    return async (path: string, method: 'GET' | 'POST' = 'GET', remoteAddress = '192.0.2.1') => {
      const url = `/api/v1/${path}`
      const headers = { host: 'localhost', ...known }
      return (await app.inject({ url, method, headers, remoteAddress })).statusCode
    }
  }
}

describe('somebody who is signed in', () => {
  it('may ask so much in all, from wherever, and holds up nobody else', async () => {
    const enter = await serverWith({ calls: 3 })
    const ask = await enter()
    expect([await ask('routes'), await ask('session'), await ask('routes')]).toEqual([
      200, 200, 200,
    ])
    expect(await ask('routes')).toBe(429)
    expect(await ask('routes', 'GET', '192.0.2.9')).toBe(429)
    expect(await (await enter())('routes')).toBe(200)
  })

  it('may ask so many figures, as table, CSV and explanation together', async () => {
    const ask = await (await serverWith({ figures: 2 }))()
    expect(await ask(FIGURES)).toBe(200)
    expect(await ask(FIGURES.replace('?', '.csv?'))).toBe(200)
    expect(await ask(FIGURES)).toBe(429)
    expect(await ask('explanations?route=ot&from=x&to=y')).toBe(429)
    expect(await ask('routes')).toBe(200)
  })

  it('may make and verify so many reports, and publish none in between', async () => {
    const ask = await (await serverWith({ reports: 2 }))()
    await ask(REPORT)
    await ask('publications/1/verification', 'POST')
    expect(await ask(REPORT)).toBe(429)
    expect(await ask('publications', 'POST')).toBe(429)
    expect(await ask('publications')).toBe(200)
  })

  it('is not held up by others who guess from the same address', async () => {
    const enter = await serverWith({ refused: 2 })
    const ask = await enter()
    await ask('routes')
    const guess = await enter({ authorization: `Bearer tdg_${'a'.repeat(43)}` })
    expect([await guess('routes'), await guess('routes'), await guess('routes')]).toEqual([
      401, 401, 429,
    ])
    expect(await ask('routes')).toBe(200)
  })
})
