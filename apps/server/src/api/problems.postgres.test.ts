import { catalogue } from '@tijdig/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, openTestHouse, serve } from '../testing/test-house.ts'
import type { Figures, Problem, PublicationLine, Route, Trajectories } from './contract.ts'

let served: Awaited<ReturnType<typeof serve>>
/** Sees trajectories and counts them all; publishes nothing. */
let coordinator: Caller
let close: () => Promise<void>

beforeAll(async () => {
  const opened = await openTestHouse()
  close = opened.close
  served = await serve(opened.house)
  coordinator = await served.enter({
    role: 'coordinator',
    organisation: 'PB',
    kind: 'programme-office',
  })
})
afterAll(() => close())

const QUESTION = 'cutOff=2023-03-31&knownAt=2023-04-14'

describe('a question that is wrong', () => {
  it.each([
    [`figures?route=nope&${QUESTION}`, 400, 'route-unknown'],
    ['figures?route=ot&cutOff=2023-02-30&knownAt=2023-04-14', 400, 'day-invalid'],
    ['figures?route=ot&cutOff=2023-03-31&knownAt=gisteren', 400, 'known-at-invalid'],
    [`figures?route=ot&${QUESTION}&definitions=oud`, 400, 'definitions-invalid'],
    [`figures?route=ot&${QUESTION}&indicator=ot.nope`, 400, 'indicator-unknown'],
    [`figures?route=ot&${QUESTION}&indicator=jbjr.norm`, 400, 'indicator-unknown'],
    [`figures?route=ot&${QUESTION}&indicator=ot.children&by=region`, 400, 'dimension-unknown'],
    [
      `figures?route=ot&${QUESTION}&indicator=ot.families&by=region,composition`,
      400,
      'dimension-unknown',
    ],
    [`figures?route=ot&${QUESTION}&by=region`, 400, 'indicator-missing'],
    [`figures?route=ot&${QUESTION}&cutoff=2023-03-31`, 400, 'parameter-unknown'],
    [`figures?route=ot&route=jbjr&${QUESTION}`, 400, 'parameter-invalid'],
    ['figures?route=ot&cutOff=2023-03-31', 400, 'parameter-missing'],
    [`figures.csv?route=nope&${QUESTION}`, 400, 'route-unknown'],
    ['routes?all=true', 400, 'parameter-unknown'],
    ['explanations?route=ot&from=2023-03-31&to=2023-03-31@2023-04-14', 400, 'question-invalid'],
    ['explanations?from=2023-03-31@2023-04-06&to=2023-03-31@2023-04-14', 400, 'route-missing'],
    [
      'explanations?route=ot&from=2023-03-31@2023-04-06%23all&to=2023-03-31@2023-04-14',
      400,
      'definitions-invalid',
    ],
    ['explanations?route=ot&from=7&to=2023-03-31@2023-04-14', 404, 'publication-unknown'],
    ['trajectories?route=ot&page=0', 400, 'parameter-invalid'],
    ['trajectories?route=ot&pageSize=201', 400, 'parameter-invalid'],
    ['trajectories?route=ot&sort=name', 400, 'parameter-invalid'],
    ['trajectories?route=ot&attribute=region', 400, 'parameter-missing'],
    ['trajectories?route=ot&attribute=naam&value=x', 400, 'attribute-unknown'],
    ['trajectories?route=ot&state=dood', 400, 'state-unknown'],
    ['trajectories/ot/OT-9999', 404, 'trajectory-unknown'],
    [`reports/preview?template=ot/nope&${QUESTION}`, 400, 'template-unknown'],
    [`reports/preview?template=o&${QUESTION}`, 400, 'template-ambiguous'],
    ['publications/1', 404, 'publication-unknown'],
    ['publications/99999999999', 404, 'publication-unknown'],
    ['publications/een', 404, 'not-found'],
    ['publications/1/report.pdf', 404, 'publication-unknown'],
    ['publications/1/changes/2', 404, 'publication-unknown'],
    ['nergens', 404, 'not-found'],
    ['routes/', 404, 'not-found'],
    ['%ZZ', 400, 'address-invalid'],
  ])('%s is answered with %i %s', async (path, status, code) => {
    const response = await coordinator.get(path)
    const problem = response.json<Problem>()
    expect({ status: response.statusCode, code: problem.code }).toEqual({ status, code })
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(problem).toMatchObject({ type: 'about:blank', status })
    expect(problem.detail).toMatch(/^["“A-Z].*\.$/)
  })

  it.each([
    [{ template: 'ot/progress' }, 'parameter-missing'],
    [{ template: 'ot/progress', cutOff: '2023-13-01', knownAt: '2023-04-14' }, 'day-invalid'],
    [
      { template: 'ot/progress', cutOff: '2023-03-31', knownAt: '2023-04-14', title: 'x' },
      'parameter-unknown',
    ],
    [
      { template: 'ot/progress', cutOff: '2023-03-31', knownAt: '2023-06-03' },
      'known-at-in-future',
    ],
    [{ template: 7, cutOff: '2023-03-31', knownAt: '2023-04-14' }, 'parameter-invalid'],
  ])('publishing %j is answered with %s', async (body, code) => {
    const response = await served.post('publications', body)
    expect({ status: response.statusCode, code: response.json<Problem>().code }).toEqual({
      status: 400,
      code,
    })
    expect((await served.get('publications')).json()).toEqual([])
  })
})

describe('an empty log', () => {
  it('has figures that are 0, no pages, no default question and no publications', async () => {
    const { figures } = (await served.get(`figures?route=ot&${QUESTION}`)).json<Figures>()
    expect(figures.find(({ indicator }) => indicator === 'ot.registrations')?.value).toBe(0)
    const share = figures.find(({ indicator }) => indicator === 'ot.contacted-within-2-days')
    expect(share).toMatchObject({ value: null, shown: { kind: 'undefined' } })
    const routes = (await served.get('routes')).json<Route[]>()
    expect(routes.map(({ code }) => code)).toEqual(catalogue.routes.map(({ code }) => code))
    expect(routes.filter(({ defaultQuestion }) => defaultQuestion !== null)).toEqual([])
    const page = (await coordinator.get('trajectories?route=ot')).json<Trajectories>()
    expect(page).toEqual({ total: 0, page: 1, pageSize: 25, lines: [] })
  })
})

const ORDER = { template: 'ozj/quarterly', cutOff: '2023-03-31', knownAt: '2023-04-06' }

describe('many publishers at once', () => {
  it('get a number each, without gaps', async () => {
    const order = { ...ORDER, audience: 'chain' }
    const orders = Array.from({ length: 12 }, () => served.post('publications', order))
    const numbers = (await Promise.all(orders)).map((each) => each.json().number)
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const html = await served.get('publications/7/report.html')
    expect(html.body.includes('Nummer 7,')).toBe(true)
  })

  it('get an address each, which the report shows', async () => {
    const orders = Array.from({ length: 4 }, () => served.post('publications', ORDER))
    const made = (await Promise.all(orders)).map((each) => each.json<PublicationLine>())
    const first = 'ozj-quarterly/2023-03-31'
    expect(made.map(({ address }) => address).sort()).toEqual([
      first,
      `${first}-2`,
      `${first}-3`,
      `${first}-4`,
    ])
    for (const { number, address } of made) {
      const html = await served.get(`publications/${number}/report.html`)
      expect(html.body.includes(`${address}, `)).toBe(true)
    }
  })
})

describe('who may ask', () => {
  const call = (headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') =>
    served.app.inject({
      method,
      url: '/api/v1/publications',
      headers: { cookie: served.cookie, ...headers },
    })

  it('is whoever calls this machine by its own names', async () => {
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080']) {
      expect((await call({ host })).statusCode).toBe(200)
    }
  })

  it('is no site that points its name at this machine', async () => {
    const response = await call({ host: 'evil.example:8080' })
    expect(response.statusCode).toBe(421)
    expect(response.json<Problem>().code).toBe('host-not-allowed')
  })

  it('is no other site that wants something done', async () => {
    const response = await call({ host: 'localhost', 'sec-fetch-site': 'cross-site' }, 'POST')
    expect(response.statusCode).toBe(403)
  })
})
