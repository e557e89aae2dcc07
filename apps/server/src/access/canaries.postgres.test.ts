import type { Event, Role } from '@tijdig/core'
import { ROLES } from '@tijdig/core'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../../packages/core/src/testing/random.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { openTestHouse, serve, type TestHouse } from '../testing/test-house.ts'
import { type Known, oddRequest } from './testing/odd-requests.ts'
import { CANARIES, canaryFamilies, familiesOf } from './testing/worlds.ts'

/** Requests a role; `npm run fuzz` sends 50,000. */
const REQUESTS = Number(process.env.TIJDIG_FUZZ ?? 700)
const AT_ONCE = 6

/** Roles that may have figures over all families: what these tell of others is meant to be told. */
const OVERSEES: readonly Role[] = ['policy-officer', 'publisher']

/**
 * Two worlds that differ in nothing but the families of others, and whoever may not see those
 * cannot tell which of the two they are in: each request gets the same answer in both.
 */
describe('what is of others', () => {
  let shut: World
  let open: World
  beforeAll(async () => {
    const own = familiesOf('WSS', 60, 1)
    shut = await openWorld(own)
    open = await openWorld(interleaved(own, canaryFamilies('DJGB', 120, 2)))
  }, 120_000)
  afterAll(async () => {
    await shut?.close()
    await open?.close()
  })

  it.each(ROLES)(
    'is not learned by a %s, whatever they send',
    async (role) => {
      const kind = OVERSEES.includes(role) ? 'programme-office' : 'certified-institution'
      const organisation = OVERSEES.includes(role) ? 'PB' : 'WSS'
      const cookies = await Promise.all(
        [shut, open].map((world) => world.enter({ role, organisation, kind })),
      )
      const random = createRandom(ROLES.indexOf(role))
      const known: Known = {
        own: shut.trajectories,
        foreign: open.trajectories.filter((id) => !shut.trajectories.includes(id)),
        missing: Array.from({ length: 50 }, (_, number) => `JB-${number}-weg`),
      }
      const findings: unknown[] = []
      const ask = async () => {
        const request = oddRequest(random, known)
        const [nothing, something] = await Promise.all([
          shut.ask(request, cookies[0] as string),
          open.ask(request, cookies[1] as string),
        ])
        const told = canariesIn(something, request)
        if (told.length > 0) findings.push({ request, told })
        else if (!OVERSEES.includes(role) && nothing.text !== something.text) {
          findings.push({ request, nothing: nothing.text, something: something.text })
        }
        if (something.status >= 500) findings.push({ request, status: something.status })
      }
      let left = REQUESTS
      const worker = async () => {
        while (left-- > 0 && findings.length < 3) await ask()
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      expect(findings).toEqual([])
    },
    60 * 60_000,
  )
})

interface Answer {
  readonly status: number
  /** All that one can read of it: status, headers, body. */
  readonly text: string
}

interface World {
  readonly trajectories: readonly string[]
  enter(who: Parameters<typeof signInAs>[1]): Promise<string>
  ask(request: InjectOptions, cookie: string): Promise<Answer>
  close(): Promise<void>
}

async function openWorld(events: readonly Event[]): Promise<World> {
  const opened: TestHouse = await openTestHouse()
  const { house } = opened
  const results = await house.store.append(events)
  const refused = results.find((result) => !result.ok)
  if (refused) throw new Error(JSON.stringify(refused))
  const { app }: { app: FastifyInstance } = await serve(house)
  return {
    trajectories: [...new Set(events.map(({ trajectory }) => trajectory))],
    async enter(who) {
      const { cookie } = await signInAs(house, who)
      return cookie
    },
    async ask(request, cookie) {
      const answer = await app.inject({ ...request, headers: { ...request.headers, cookie } })
      return { status: answer.statusCode, text: textOf(answer) }
    },
    async close() {
      await app.close()
      await opened.close()
    },
  }
}

/** Others' families come and go among one's own, as they do. */
function interleaved(own: readonly Event[], others: readonly Event[]): Event[] {
  const random = createRandom(3)
  const [left, right] = [[...own], [...others]]
  const mixed: Event[] = []
  while (left.length + right.length > 0) {
    const from = random.whole(left.length + right.length) < left.length ? left : right
    mixed.push(from.shift() as Event)
  }
  return mixed
}

/** What differs from day to day or from session to session tells nothing of families. */
function textOf(answer: LightMyRequestResponse): string {
  const { date: _, 'set-cookie': __, ...headers } = answer.headers
  const body = answer.body.replaceAll(OF_TODAY, '…').replaceAll(UUID, '…').replaceAll(WORKER, '…')
  return JSON.stringify([answer.statusCode, { ...headers, 'content-length': body.length }, body])
}
const OF_TODAY = /"(endsAt|beganAt|madeAt)":"[^"]*"/g
/** A code of a worker is made of who that is. */
const WORKER = /\bm-[0-9a-f]{8}\b/g
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Canaries in an answer that did not stand in the request. */
function canariesIn({ text }: Answer, request: InjectOptions): string[] {
  const sent = decodeURIComponent(String(request.url)) + JSON.stringify(request.payload ?? '')
  return CANARIES.filter((word) => text.includes(word) && !sent.includes(word))
}
