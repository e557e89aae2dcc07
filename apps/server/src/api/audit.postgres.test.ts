import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, openTestHouse, serve, type TestHouse } from '../testing/test-house.ts'
import { buildServer } from './build-server.ts'
import { FOREIGN, MISSING, OWN, recordTwoInstitutions } from './testing/two-institutions.ts'

interface Line {
  readonly number: string
  readonly kind: string
  readonly outcome: string
  readonly trajectory: string | null
  readonly trajectories: readonly string[]
  readonly person: { readonly id: string } | null
  readonly detail: Readonly<Record<string, unknown>>
}

const STEP = { type: 'firstContact', validOn: '2023-05-01' }

describe('the audit of what goes through the API', () => {
  let opened: TestHouse
  let enter: Awaited<ReturnType<typeof serve>>['enter']
  let auditor: Caller
  beforeAll(async () => {
    opened = await openTestHouse()
    await recordTwoInstitutions(opened.house)
    const served = await serve(opened.house)
    enter = served.enter
    auditor = await enter({ role: 'auditor', organisation: 'IGJ', kind: 'inspectorate' })
  })
  afterAll(() => opened.close())

  const read = async (query = '', who = auditor) =>
    (await who.get(`audit?${query}`)).json<{ total: number; lines: Line[] }>()

  it('finds each call of a worker back, in its order', async () => {
    const worker = await enter({ role: 'worker', organisation: 'WSS' })
    const before = (await read()).lines.length
    await worker.get('trajectories?route=jbjr')
    await worker.get(`trajectories/jbjr/${OWN}`)
    await worker.get(`trajectories/jbjr/${FOREIGN}`)
    await worker.get(`trajectories/jbjr/${MISSING}`)
    await worker.get(`trajectories/jbjr/${OWN}/persons`)
    await worker.post('families/search', { name: 'Bijlsma', bornOn: '2015-01-01' })
    await worker.post(`trajectories/jbjr/${OWN}/events`, STEP)
    await worker.get('shared?route=jbjr')
    await worker.get('figures?route=jbjr&cutOff=2023-03-31&knownAt=2023-04-14')
    await worker.get('people')
    await worker.get('reports/preview?template=ot/progress&cutOff=2023-03-31&knownAt=2023-04-14')
    await worker.del('session')
    await worker.get(`trajectories/jbjr/${OWN}`)
    const lines = (await read()).lines.slice(0, -before)
    const told = lines.toReversed().filter(({ kind }) => kind !== 'audit')
    const kinds = told.map(({ kind, outcome, trajectory }) => [kind, outcome, trajectory])
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['look', 'done', OWN],
        ['look', 'nothing', FOREIGN],
        ['look', 'nothing', MISSING],
        ['persons', 'done', OWN],
        ['families', 'nothing', null],
        ['record', 'done', OWN],
        ['shared-list', 'nothing', null],
        ['figures', 'done', null],
        ['sign-out', 'done', null],
      ]),
    )
    expect(told[0]).toMatchObject({ kind: 'list', trajectories: expect.arrayContaining([OWN]) })
    expect(
      told.filter(({ kind }) => kind === 'refusal').map(({ detail }) => detail.request),
    ).toEqual(['GET people', 'GET reports/preview', 'GET trajectories/:route/:id'])
    expect(new Set(told.map(({ person }) => person?.id)).size).toBe(1)
    expect(JSON.stringify(lines)).not.toMatch(/Bijlsma/)
    expect(await opened.house.store.audit.verify()).toMatchObject({ intact: true })
  })

  it('finds back who was refused and is not known, once a minute', async () => {
    const app = await buildServer({ house: async () => opened.house, rates: 'off' })
    const headers = { host: 'localhost' }
    for (let call = 0; call < 5; call++) await app.inject({ url: '/api/v1/people', headers })
    await app.inject({ url: '/api/v1/audit', headers: { ...headers, authorization: 'Bearer x' } })
    const elsewhere = { ...headers, 'sec-fetch-site': 'cross-site' }
    await app.inject({ method: 'POST', url: '/api/v1/glass', headers: elsewhere })
    await app.close()
    const { lines } = await read('kind=refusal')
    const unknown = lines.filter(({ person }) => person?.id === 'unknown').toReversed()
    expect(unknown.map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['refused', { request: 'GET people', status: 401 }],
      ['refused', { request: 'POST glass', status: 403 }],
      ['refused', { request: 'GET people', status: 401, more: 5 }],
    ])
  })

  it('answers nothing when it cannot be written', async () => {
    const worker = await enter({ role: 'worker', organisation: 'WSS' })
    await opened.asOwner('alter table tijdig.audit add constraint full_up check (false) not valid')
    const asked = [
      'trajectories?route=jbjr',
      `trajectories/jbjr/${OWN}`,
      'figures?route=jbjr&cutOff=2023-03-31&knownAt=2023-04-14',
    ]
    for (const path of asked) {
      const answer = await worker.get(path).catch(() => undefined)
      expect([path, answer?.statusCode === 200]).toEqual([path, false])
    }
    const app = await buildServer({
      house: async () => opened.house,
      rates: 'off',
      report: () => undefined,
    })
    for (const path of [...asked, 'people', 'publications/x']) {
      const { cookie } = worker
      const headers = { host: 'localhost', cookie, 'accept-encoding': 'br' }
      const answer = await app.inject({ url: `/api/v1/${path}`, headers })
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 500, 'internal'])
      expect(answer.body).not.toMatch(/full_up|tijdig\./)
    }
    await app.close()
    await opened.asOwner('alter table tijdig.audit drop constraint full_up')
  })

  it('tells what stands out, with the records by which it does', async () => {
    const worker = await enter({ role: 'team-lead', organisation: 'LJR' })
    await worker.get(`trajectories/jbjr/${OWN}`)
    await worker.post('glass', { route: 'jbjr', trajectory: OWN, reason: 'acuut gevaar' })
    await worker.get(`trajectories/jbjr/${OWN}`)
    const unusual = (await auditor.get('audit/unusual')).json<
      { kind: string; trajectory: string; records: string[] }[]
    >()
    const [glass] = unusual.filter(({ kind }) => kind === 'glass')
    expect(glass).toMatchObject({ trajectory: OWN, records: [expect.any(String)] })
    const [after] = unusual.filter(({ kind }) => kind === 'after-refusal')
    const { lines } = await read()
    const numbers = lines.map(({ number }) => number).toReversed()
    const broken = numbers.indexOf(glass?.records[0] ?? '')
    expect(after?.records).toEqual([numbers[broken - 1], numbers[broken + 1]])
  })

  it('gives a checkpoint by which it can be verified later', async () => {
    const checkpoint = (await auditor.get('audit/checkpoint')).json()
    await auditor.get('audit')
    expect(await opened.house.store.audit.verify([checkpoint])).toMatchObject({ intact: true })
    const chains = checkpoint.chains.map((end: object) => ({ ...end, hash: '0'.repeat(64) }))
    const other = { ...checkpoint, chains }
    expect(await opened.house.store.audit.verify([other])).toMatchObject({ fault: 'rewritten' })
    expect(checkpoint.chains).toHaveLength(17)
  })

  it.each(['kind=x', 'before=3-', 'from=1', 'sort=at', 'page=2'])('refuses %s', async (query) => {
    expect((await auditor.get(`audit?${query}`)).statusCode).toBe(400)
  })
})
