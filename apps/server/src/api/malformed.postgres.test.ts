import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../../../packages/core/src/testing/random.ts'
import { inProject } from '../start/data-folder.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { openTestHouse, PUBLISHER, record, type TestHouse } from '../testing/test-house.ts'
import { buildServer } from './build-server.ts'
import { malformedRequest, operationsOf } from './testing/malformed-request.ts'

const REQUESTS = 20_000
const AT_ONCE = 8

/** What counts or draws a lot when it is asked rightly, which now and then it is. */
const SLOW = new Set([
  'listRoutes',
  'getRoute',
  'listReports',
  'listFigures',
  'listExplanations',
  'listNormCases',
  'estimateNorm',
  'listChanges',
  'verifyPublication',
  'publishReport',
  'previewReport',
  'readAudit',
  'findUnusual',
  'getFamilyFileAsHtml',
  'getFamilyFileAsPdf',
  'getReportAsDocx',
  'getReportAsOdt',
  'getDeliveredReportAsDocx',
  'getDeliveredReportAsOdt',
])
const ENDS_SESSIONS = new Set(['signOut', 'signOutEverywhere', 'switchAppointment'])
const SLOW_ONE_IN = 100

type Who = Parameters<typeof signInAs>[1]

const at = { organisation: 'OT', kind: 'support-team' } as const
const LEAD: Who = { role: 'team-lead', ...at }
const ADMINISTRATOR: Who = { role: 'administrator', ...at }
const AUDITOR: Who = { role: 'auditor', ...at }
const EVERYBODY: readonly Who[] = [LEAD, PUBLISHER, ADMINISTRATOR, AUDITOR]
/** Who may do most of what each kind of endpoint does; the lead unless another is named. */
const WHO: Readonly<Record<string, Who>> = {
  Cijfers: PUBLISHER,
  Normen: LEAD,
  Rapporten: PUBLISHER,
  Publicaties: PUBLISHER,
  Beheer: ADMINISTRATOR,
  Controle: AUDITOR,
}

let opened: TestHouse
let app: FastifyInstance
const failures: unknown[] = []

beforeAll(async () => {
  opened = await openTestHouse()
  const { house } = opened
  const events = readFileSync(inProject('examples', 'ot-2023-03.ndjson'), 'utf8').split('\n')
  await record(house, ...events.slice(0, 400).map((line) => JSON.parse(line)))
  app = await buildServer({
    house: async () => house,
    rates: 'off',
    report: (error) => failures.push(error),
  })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await opened.close()
})

it('whatever is wrong with a request, the answer is a refusal that says what', async () => {
  const operations = operationsOf(app.swagger() as never)
  expect(operations.length).toBeGreaterThan(30)
  const slowOnes = operations.filter(({ id }) => SLOW.has(id))
  const others = operations.filter(({ id }) => !SLOW.has(id))
  expect(slowOnes).toHaveLength(SLOW.size)
  const random = createRandom(20_230_414)
  const cookies = new Map<Who, Promise<string>>()
  const leavers = new Map<Who, Promise<string>>()
  const findings: unknown[] = []
  const seen = new Map<string, Map<number, number>>()
  let left = REQUESTS
  const askOne = async () => {
    const slow = left % SLOW_ONE_IN === 0
    const operation = random.pick(slow ? slowOnes : others)
    const who = random.chance(0.8) ? (WHO[operation.tag] ?? LEAD) : random.pick(EVERYBODY)
    const request = malformedRequest(random, operation)
    // Not on the session of other requests that are being answered.
    const mine = ENDS_SESSIONS.has(operation.id) ? leavers : cookies
    const cookie = await cookieOf(mine, who)
    const headers = { cookie, ...request.headers }
    const answer = await app.inject({ ...request, headers })
    const isOver = answer.statusCode === 401 && mine === leavers
    if (isOver || answer.headers['set-cookie']) mine.delete(who)
    const wrong = whatIsWrong(answer)
    if (wrong) findings.push({ wrong, request, status: answer.statusCode, body: answer.body })
    const counts = seen.get(operation.id) ?? new Map<number, number>()
    seen.set(operation.id, counts.set(answer.statusCode, (counts.get(answer.statusCode) ?? 0) + 1))
  }
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0 && findings.length < 5) await askOne()
    }),
  )
  expect(findings).toEqual([])
  expect(failures).toEqual([])
  for (const { id } of operations) {
    const counts = seen.get(id) ?? new Map()
    const refused = [...counts].filter(([status]) => status >= 400)
    // Not all of it was kept out at the door.
    const inside = refused.filter(([status]) => status !== 401 && status !== 403)
    expect([id, inside.length > 0]).toEqual([id, true])
  }
  // Half a minute of work for this program; more where others work beside it.
}, 300_000)

function cookieOf(cookies: Map<Who, Promise<string>>, who: Who): Promise<string> {
  const there = cookies.get(who)
  if (there) return there
  const made = signInAs(opened.house, who).then(({ cookie }) => cookie)
  cookies.set(who, made)
  return made
}

const INSIDE =
  /node_modules|\bat (?:\/|async )|\.ts:\d|Error\b|\bselect\b|\binsert\b|tijdig\.[a-z_]+\b|syntax/i

/** What an answer tells that it should not, or does not tell that it should. */
function whatIsWrong(answer: LightMyRequestResponse): string | undefined {
  const { statusCode, headers } = answer
  if (statusCode >= 500) return 'a failure'
  if (headers['x-content-type-options'] !== 'nosniff') return 'no safe headers'
  if (statusCode < 400) return undefined
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return 'no problem'
  const problem = JSON.parse(textOf(answer))
  if (problem.status !== statusCode) return 'another status'
  if (!/^[a-z]+(-[a-z]+)*$/.test(problem.code)) return 'no code'
  if (typeof problem.detail !== 'string' || !problem.detail.endsWith('.')) return 'no sentence'
  // What it repeats of the request stands between quotes.
  const sentence = problem.detail.replace(/".*"/s, '')
  return INSIDE.test(sentence) ? 'something of the inside' : undefined
}

/** What an answer says, also where it repeats so much of the request that it was packed. */
function textOf({ headers, rawPayload }: LightMyRequestResponse): string {
  const how = headers['content-encoding']
  if (how === 'br') return brotliDecompressSync(rawPayload).toString()
  return (how === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString()
}
