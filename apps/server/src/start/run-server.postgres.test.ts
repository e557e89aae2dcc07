import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PublicationLine, Route } from '../api/contract.ts'
import { CookieJar } from '../testing/cookie-jar.ts'
import { runServerProcess, type ServerProcess } from '../testing/run-server-process.ts'
import { signInAsDemoPerson } from '../testing/sign-in-as-demo-person.ts'
import { temporaryFolder } from '../testing/test-house.ts'
import { demoLateOrders } from './demo-late-orders.ts'
import { demoWork } from './demo-work.ts'
import { DEMO_KEEPERS } from './load-demo-keepers.ts'

const READY = 'Tijdig is te vinden op '

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let data: string

beforeAll(async () => {
  folder = await temporaryFolder()
  data = join(folder.path, 'een map')
})
afterAll(() => folder.remove())

const addressOf = (server: ServerProcess) => /http:\/\/[\d.:]+/.exec(server.output())?.[0] ?? ''

const jars = new Map<ServerProcess, CookieJar>()

/** As a demo person who may have figures over all. */
async function asPublisher(server: ServerProcess, path: string): Promise<Response> {
  let jar = jars.get(server)
  if (!jar) {
    jar = new CookieJar()
    jars.set(server, jar)
    expect((await signInAsDemoPerson(jar, addressOf(server), 'esra-demir')).status).toBe(302)
  }
  return jar.fetch(`${addressOf(server)}/api/v1/${path}`)
}

async function ask<T>(server: ServerProcess, path: string): Promise<T> {
  const response = await asPublisher(server, path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

describe('the server', () => {
  let server: ServerProcess

  it('finishes a demo that was broken off with kill -9, and loads nothing twice', async () => {
    const broken = runServerProcess(data, ['--port', '0'])
    await broken.until('ot-2023-03.ndjson: 5404 gebeurtenissen')
    broken.process.kill('SIGKILL')
    await broken.stopped
    server = runServerProcess(data, ['--port', '0'])
    await server.until(READY)
    const routes = await ask<Route[]>(server, 'routes')
    const day = 0 as Day
    const eventsOf = (begins: string) =>
      routes
        .filter(({ code }) => code.startsWith(begins))
        .reduce((sum, { events }) => sum + (events ?? 0), 0)
    expect(['ot', 'jbjr', 'programme'].map(eventsOf)).toEqual([
      5404,
      5416 + demoWork(day, () => 'x').length + demoLateOrders(day, day).length,
      2286 + DEMO_KEEPERS.flatMap(({ lines }) => lines).length,
    ])
    const published = await ask<PublicationLine[]>(server, 'publications')
    expect(published.map(({ number, address }) => [number, address])).toEqual([
      [3, 'ozj-quarterly/2023-03-31-2'],
      [2, 'ot-progress/2023-03-31'],
      [1, 'ozj-quarterly/2023-03-31'],
    ])
    // It loads the demo twice: on a busy machine that takes longer than a test may by itself.
  }, 180_000)

  it('says what to do when its port is taken', async () => {
    const port = new URL(addressOf(server)).port
    const second = runServerProcess(`${data} 2`, [], { PORT: port })
    expect(await second.stopped).toBe(1)
    expect(second.output()).toContain(`Poort ${port} is al in gebruik`)
    expect(second.output()).toContain(`npm start -- --port ${Number(port) + 1}`)
    expect(existsSync(`${data} 2`)).toBe(false)
  })

  it('starts with no made-up people where others could come', async () => {
    const refused = runServerProcess(`${data} 2`, ['--host', '0.0.0.0', '--port', '0'])
    expect(await refused.stopped).toBe(1)
    expect(refused.output()).toContain('Zo kunnen anderen deze server bereiken')
    expect(refused.output()).toContain('TIJDIG_ISSUER')
    expect(existsSync(`${data} 2`)).toBe(false)
  })

  it('says what to do when it runs already on the same folder', async () => {
    const second = runServerProcess(data, ['--port', '0'])
    expect(await second.stopped).toBe(1)
    expect(second.output()).toContain('Er draait al een Tijdig op de map')
    expect(second.output()).not.toContain('    at ')
  })

  it('says what to do when the database does not answer', async () => {
    const lost = runServerProcess(data, ['--port', '0'], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    })
    expect(await lost.stopped).toBe(1)
    expect(lost.output()).toContain('DATABASE_URL')
  })

  it('is back by itself after its database was killed', async () => {
    const pid = readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split(
      '\n',
    )[0]
    process.kill(Number(pid), 'SIGKILL')
    const page = async () => {
      const response = await asPublisher(server, 'publications').catch(() => {
        throw new Error(`the server is gone:\n${server.output()}`)
      })
      const body = await response.json()
      return response.status === 503 ? body.code : body.length
    }
    expect([3, 'database-away']).toContain(await page())
    await expect.poll(page, { timeout: 20_000 }).toBe(3)
  })

  it('stops its database too when it is asked to, however often', async () => {
    const running = join(data, 'postgres', 'data', 'postmaster.pid')
    expect(existsSync(running)).toBe(true)
    server.process.kill('SIGINT')
    server.process.kill('SIGTERM')
    expect(await server.stopped).toBe(0)
    expect(existsSync(running)).toBe(false)
  })

  it('leaves a log alone that has anything in it', async () => {
    const again = runServerProcess(data, ['--port', '0'])
    await again.until(READY)
    expect(again.output()).not.toContain('Voorbeeldgegevens')
    again.process.kill('SIGTERM')
    expect(await again.stopped).toBe(0)
  })

  it('starts empty where that is asked', async () => {
    const empty = runServerProcess(join(folder.path, 'leeg'), ['--empty', '--port', '0'])
    await empty.until(READY)
    expect(await ask<PublicationLine[]>(empty, 'publications')).toEqual([])
    const routes = await ask<Route[]>(empty, 'routes')
    expect(routes.length).toBeGreaterThan(0)
    expect(routes.filter(({ events }) => events !== 0)).toEqual([])
    empty.process.kill('SIGTERM')
    expect(await empty.stopped).toBe(0)
  })
})
