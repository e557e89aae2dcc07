import { getDay, getMoment } from '@tijdig/core'
import type { LightMyRequestResponse } from 'fastify'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../house/house.ts'
import { admitVisitors } from '../sign-in/admit-visitors.ts'
import { visitorOf } from '../sign-in/visitor.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { type Caller, openTestHouse, record, serve } from '../testing/test-house.ts'
import type { Figures, Problem, ProgrammeLine, Route, Trajectories } from './contract.ts'
import { CANARY, FOREIGN, MISSING, OWN, recordTwoInstitutions } from './testing/two-institutions.ts'

const WORKER = { role: 'worker', organisation: 'WSS' } as const

let house: House
let enter: Awaited<ReturnType<typeof serve>>['enter']
let worker: Caller
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  house = opened.house
  await recordTwoInstitutions(house)
  const served = await serve(house, WORKER)
  enter = served.enter
  worker = served
})
afterAll(() => close())

const QUESTION = 'route=jbjr&cutOff=2023-03-31&knownAt=2023-04-14'
const CHANGE = 'route=jbjr&from=2023-03-31@2023-01-10&to=2023-03-31@2023-04-14'

describe('a worker of one institution', () => {
  it('finds nothing of a child of another, whatever is listed, counted, searched or sorted', async () => {
    const asked = [
      'pageSize=200',
      `q=${CANARY}`,
      `q=${FOREIGN}`,
      'q=JB-',
      'state=assigned',
      'attribute=institution&value=DJGB',
      `attribute=region&value=${CANARY}-regio`,
      ...['openedOn', 'stateSince', 'id'].flatMap((sort) => [
        `sort=${sort}&pageSize=1&page=2`,
        `sort=${sort}&descending=true`,
      ]),
    ]
    for (const query of asked) {
      const response = await worker.get(`trajectories?route=jbjr&${query}`)
      const { total, lines } = response.json<Trajectories>()
      expect(response.body.replaceAll(query, '')).not.toContain(CANARY)
      expect(total).toBeLessThanOrEqual(1)
      expect(lines.every(({ id }) => id === OWN)).toBe(true)
    }
    expect((await worker.get('trajectories?route=jbjr')).json<Trajectories>().total).toBe(1)
  })

  it('gets the same answer as where there is nothing: status, headers and body', async () => {
    const step = { type: 'firstContact', validOn: '2023-05-01' }
    const sharing = {
      organisation: 'WSS',
      fields: ['region'],
      until: '2023-12-31',
      consent: { answer: 'given' },
    }
    const asked = [
      ['GET', ''],
      ['GET', '?cutOff=2023-01-05&knownAt=2023-01-05'],
      ['GET', '?cutOff=gisteren'],
      ['POST', '/events', step],
      ['POST', '/events', { ...step, type: 'nergens' }],
      ['POST', '/events', { type: 'firstContact' }],
      ['POST', '/shares', sharing],
      ['DELETE', '/shares/WSS'],
    ] as const
    for (const [method, path, body] of asked) {
      const [foreign, missing] = await Promise.all(
        [FOREIGN, MISSING].map((id) => worker.send(method, `trajectories/jbjr/${id}${path}`, body)),
      )
      expect(answerOf(foreign)).toEqual(answerOf(missing))
      expect(foreign?.statusCode).toBeGreaterThanOrEqual(400)
    }
  })

  it('breaks the glass to the same answer, and only then sees that there is something', async () => {
    const other = await enter(WORKER)
    const broken = await Promise.all(
      [FOREIGN, MISSING].map((trajectory) =>
        other.post('glass', { route: 'jbjr', trajectory, reason: 'acuut gevaar' }),
      ),
    )
    expect(broken.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(broken.map(({ body }) => Object.keys(JSON.parse(body)))).toEqual([
      ['endsAt'],
      ['endsAt'],
    ])
    expect((await other.get(`trajectories/jbjr/${FOREIGN}`)).json()).toMatchObject({
      relation: 'glass',
      steps: [],
      mayShare: false,
    })
    expect((await other.get(`trajectories/jbjr/${MISSING}`)).statusCode).toBe(404)
    // The other person of the same organisation, and the list, see no more than before.
    expect((await worker.get(`trajectories/jbjr/${FOREIGN}`)).statusCode).toBe(404)
    expect((await other.get('trajectories?route=jbjr')).json<Trajectories>().total).toBe(1)
  })

  it('counts only the own children, and is not told how long the log is', async () => {
    const { question, figures } = (await worker.get(`figures?${QUESTION}`)).json<Figures>()
    expect(question.position).toBeNull()
    const all = (await (await enter(OVERSEER)).get(`figures?${QUESTION}`)).json<Figures>()
    expect(all.question.position).toBe(6)
    const sum = (each: Figures) =>
      each.figures
        .filter(({ indicator }) => indicator === 'jbjr.norm')
        .reduce((total, { value }) => total + (value ?? 0), 0)
    expect(sum({ question, figures }) * 2).toBe(sum(all))
    for (const path of [
      `figures?${QUESTION}`,
      `figures?${QUESTION}&definitions=all`,
      `figures.csv?${QUESTION}`,
      `explanations?${CHANGE}`,
      `explanations?${CHANGE}&changed=true`,
      'routes',
      'routes/jbjr',
      'shared?route=jbjr',
    ]) {
      const { body, statusCode, headers } = await worker.get(path)
      expect(statusCode).toBe(200)
      expect(body + JSON.stringify(headers)).not.toContain(CANARY)
    }
    const csv = await worker.get(`figures.csv?${QUESTION}`)
    expect(csv.headers['content-disposition']).toBe('attachment; filename="jbjr-2023-03-31.csv"')
    const [, route] = (await worker.get('routes')).json<Route[]>()
    expect(route).toMatchObject({ code: 'jbjr', trajectories: 1, events: null })
    expect(route?.filters.find(({ attribute }) => attribute === 'region')?.values).toEqual([
      { code: 'IJmond', label: 'IJmond' },
    ])
  })
})

const OVERSEER = { role: 'policy-officer', organisation: 'PB', kind: 'programme-office' } as const

describe('a right that was withdrawn', () => {
  it('is gone at the next request', async () => {
    const known = new Set((await house.people.members('WSS')).map(({ id }) => id))
    const leaving = await enter(WORKER)
    expect((await leaving.get(`trajectories/jbjr/${OWN}`)).statusCode).toBe(200)
    const members = await house.people.members('WSS')
    const left = members.find(({ id }) => !known.has(id))
    await house.people.endMember('WSS', left?.id ?? '')
    const response = await leaving.get(`trajectories/jbjr/${OWN}`)
    expect([response.statusCode, response.json<Problem>().code]).toEqual([401, 'sign-in-needed'])
    expect((await worker.get(`trajectories/jbjr/${OWN}`)).statusCode).toBe(200)
  })
})

describe('a programme of which one has no part', () => {
  const OFFICER = { role: 'policy-officer', organisation: 'NW4', kind: 'region' } as const
  const part = (programme: string, owner: string) => ({
    id: `${programme}-placed`,
    trajectory: programme,
    route: 'programme',
    type: 'placed',
    validOn: '2023-01-02',
    recordedAt: '2023-01-02T10:00:00Z',
    data: { programme, code: programme, title: programme, owner },
  })

  it('is not there: not in the list, and to who asks as one that does not exist', async () => {
    await record(house, part('EIGEN', 'NW4'), part(CANARY, 'ZOU'))
    const officer = await enter(OFFICER)
    const all = await officer.get('programmes')
    expect(all.json<ProgrammeLine[]>().map(({ programme }) => programme)).toEqual(['EIGEN'])
    expect(all.body).not.toContain(CANARY)
    for (const path of [
      '?cutOff=2023-03-31&knownAt=2023-04-14',
      '?cutOff=gisteren&knownAt=2023-04-14',
      '/moved?from=2023-03-31@2023-01-10&to=2023-03-31@2023-04-14',
    ]) {
      const [foreign, missing] = await Promise.all(
        [CANARY, 'NERGENS'].map((programme) => officer.get(`programmes/${programme}${path}`)),
      )
      expect(answerOf(foreign)).toEqual(answerOf(missing))
      expect(foreign?.statusCode).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a page that forgets to ask', () => {
  it('still shows nothing, and records nothing', async () => {
    const app = Fastify()
    admitVisitors(app, { house: async () => house, address: undefined })
    app.get('/careless/:id', { config: { scope: 'trajectories' } }, async (request) => {
      const { visit } = visitorOf(request)
      const { id } = request.params as { id: string }
      return {
        found: (await visit.findTrajectory('jbjr', id)) ?? null,
        page: await visit.trajectories({
          route: 'jbjr',
          search: id,
          sort: 'id',
          descending: false,
          page: 1,
          pageSize: 10,
        }),
        counts: [...(await visit.countByRoute())],
        shared: await visit.shared('jbjr'),
        notices: await visit.notices(),
        parts: await visit.parts({ routes: ['programme'] }),
        part: await visit.parts({ routes: ['programme'], programme: CANARY }),
        deliveries: await visit.deliveries(),
        delivery: (await visit.findDelivery(1)) ?? null,
      }
    })
    const { cookie } = await signInAs(house, { role: 'worker', organisation: 'LJR' })
    const ask = (id: string) =>
      app.inject({ url: `/careless/${id}`, headers: { host: 'localhost', cookie } })
    expect((await ask(FOREIGN)).json()).toEqual({
      found: null,
      page: { total: 0, isMore: false, lines: [] },
      counts: [],
      shared: [],
      notices: [],
      parts: [],
      part: [],
      deliveries: { lines: [], failures: [] },
      delivery: null,
    })
    expect((await ask(FOREIGN)).body).toBe((await ask(MISSING)).body)
    await app.close()
  })

  it('records and shares nothing either, not even in what it could name', async () => {
    const { hash } = await signInAs(house, { role: 'team-lead', organisation: 'LJR' })
    const visit = house.store.visit(hash)
    const before = await house.store.head()
    for (const [type, data] of [
      ['firstContact', {}],
      ['partyJoined', { organisation: 'LJR' }],
      ['sharedWith', { organisation: 'LJR', fields: 'region', until: '2999-12-31' }],
    ] as const) {
      const results = await visit.record([
        {
          id: `stiekem-${type}`,
          trajectory: FOREIGN,
          route: 'jbjr',
          type,
          validOn: getDay('2023-05-01'),
          recordedAt: getMoment('2023-05-01T10:00:00Z'),
          data,
        },
      ])
      expect(results).toMatchObject([{ ok: false, error: { code: 'not-allowed' } }])
    }
    expect(await house.store.head()).toEqual(before)
  })
})

/** All that one can tell two answers apart by. */
function answerOf(response: LightMyRequestResponse | undefined) {
  const { date: _, ...headers } = response?.headers ?? {}
  return { status: response?.statusCode, headers, body: response?.body }
}
