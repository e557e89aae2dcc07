import { momentOfMilliseconds } from '@tijdig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTestHouse, serve, type TestHouse } from '../testing/test-house.ts'
import type { Appointed, Key, MadeKey, Person, Problem, Team } from './contract.ts'

let opened: TestHouse
let served: Awaited<ReturnType<typeof serve>>
let admin: Caller
let other: Caller
let worker: Caller

beforeAll(async () => {
  // Keys end by the database's clock, which is the machine's.
  opened = await openTestHouse(() => momentOfMilliseconds(Date.now()))
  served = await serve(opened.house)
  admin = await served.enter({ role: 'administrator', organisation: 'A', teams: ['noord'] })
  other = await served.enter({ role: 'administrator', organisation: 'B', teams: ['zuid'] })
  worker = await served.enter({ role: 'worker', organisation: 'A' })
})
afterAll(() => opened.close())

const coded = (response: { statusCode: number; json: <T>() => T }) => [
  response.statusCode,
  response.json<Problem>().code,
]
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('people', () => {
  test('are given a role, and lose it', async () => {
    const person = { name: 'Nieuw', email: 'nieuw@example.org', role: 'worker', teams: ['noord'] }
    const added = await admin.post('people', person)
    expect(added.statusCode).toBe(201)
    const { person: id, appointment } = added.json<Appointed>()
    expect(coded(await admin.post('people', person))).toEqual([409, 'already-appointed'])
    const more = await admin.post(`people/${id}/appointments`, { role: 'team-lead', teams: [] })
    expect(more.statusCode).toBe(201)
    const find = async () =>
      (await admin.get('people')).json<Person[]>().find((each) => each.id === id)
    expect(await find()).toMatchObject({
      name: 'Nieuw',
      email: 'nieuw@example.org',
      endedAt: null,
      appointments: [
        {
          id: appointment,
          role: 'worker',
          roleLabel: 'hulpverlener',
          teams: ['noord'],
          endedAt: null,
        },
        { role: 'team-lead', endedAt: null },
      ],
    })
    // Somebody who helps families has a code from the start, and keeps each that was given.
    const codes = async () => (await find())?.workerCodes
    const [own] = (await codes()) ?? []
    expect(own).toMatch(/^m-/)
    const give = (code: string, to = id) => admin.post(`people/${to}/worker-codes`, { code })
    expect((await give('WSS-02')).statusCode).toBe(204)
    expect((await give('WSS-02')).statusCode).toBe(204)
    expect(await codes()).toEqual(['WSS-02', own])
    const other = { name: 'Ander', email: 'ander@example.org', role: 'worker', teams: [] }
    const { person: another } = (await admin.post('people', other)).json<Appointed>()
    expect(coded(await give('WSS-02', another))).toEqual([409, 'worker-code-taken'])
    expect(coded(await give('twee woorden'))).toEqual([400, 'parameter-invalid'])
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(coded(await give('WSS-03', nobody))).toEqual([404, 'person-unknown'])
    expect((await admin.del(`appointments/${appointment}`)).statusCode).toBe(204)
    expect(coded(await admin.del(`appointments/${appointment}`))).toEqual([
      404,
      'appointment-unknown',
    ])
    expect((await admin.del(`people/${id}`)).statusCode).toBe(204)
    expect(coded(await admin.del(`people/${id}`))).toEqual([404, 'person-unknown'])
    expect((await find())?.endedAt).toMatch(/^\d{4}-/)
  })

  test('of another organisation cannot be found out or changed', async () => {
    const theirs = (await other.get('people')).json<Person[]>()
    expect(theirs).toHaveLength(1)
    const [person] = theirs
    const names = (await admin.get('people')).body
    expect(names).not.toContain(person?.email)
    const nobody = '00000000-0000-4000-8000-000000000000'
    for (const [path, there] of [
      ['appointments', person?.appointments[0]?.id],
      ['people', person?.id],
    ]) {
      const [one, two] = [await admin.del(`${path}/${there}`), await admin.del(`${path}/${nobody}`)]
      expect(one.statusCode).toBe(404)
      expect(one.body).toBe(two.body)
    }
    const appointment = { role: 'worker', teams: [] }
    expect(coded(await admin.post(`people/${person?.id}/appointments`, appointment))).toEqual([
      404,
      'person-unknown',
    ])
    expect((await other.get('people')).json<Person[]>()).toEqual(theirs)
  })

  test('always leave one who administers', async () => {
    const [self] = (await other.get('people')).json<Person[]>()
    expect(coded(await other.del(`people/${self?.id}`))).toEqual([409, 'last-administrator'])
    expect(coded(await other.del(`appointments/${self?.appointments[0]?.id}`))).toEqual([
      409,
      'last-administrator',
    ])
    expect((await other.get('people')).statusCode).toBe(200)
  })

  test.each([
    [{ email: 'geen adres' }, 'parameter-invalid'],
    [{ role: 'koning' }, 'parameter-invalid'],
    [{ teams: ['zuid'] }, 'team-unknown'],
    [{ name: ' ' }, 'parameter-invalid'],
    [{ organisation: 'B' }, 'parameter-unknown'],
  ])('are refused with %j', async (change, code) => {
    const person = { name: 'X', email: 'x@example.org', role: 'worker', teams: [], ...change }
    expect(coded(await admin.post('people', person))).toEqual([400, code])
  })
})

describe('teams', () => {
  test('are made once, in the own organisation', async () => {
    const team = { code: 'oost', name: 'Team oost' }
    expect((await admin.post('teams', team)).statusCode).toBe(201)
    expect(coded(await admin.post('teams', team))).toEqual([409, 'team-exists'])
    expect((await admin.get('teams')).json<Team[]>().map(({ code }) => code)).toEqual([
      'noord',
      'oost',
    ])
    expect((await other.get('teams')).json<Team[]>().map(({ code }) => code)).toEqual(['zuid'])
  })
})

describe('who is no administrator', () => {
  test.each([
    ['GET', 'people'],
    ['POST', 'people'],
    ['DELETE', 'people/00000000-0000-4000-8000-000000000000'],
    ['DELETE', 'appointments/00000000-0000-4000-8000-000000000000'],
    ['GET', 'teams'],
    ['POST', 'teams'],
    ['GET', 'keys'],
    ['POST', 'keys'],
    ['DELETE', 'keys/00000000-0000-4000-8000-000000000000'],
  ] as const)('may not %s %s, and is told so whatever was sent', async (method, path) => {
    const payload = method === 'POST' ? {} : undefined
    expect(coded(await worker.send(method, path, payload))).toEqual([403, 'not-allowed'])
    const anonymous = await served.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { host: 'localhost' },
    })
    expect(coded(anonymous)).toEqual([401, 'sign-in-needed'])
  })
})

describe('the organisations', () => {
  test('are told to who works with cases or programmes and to administrators, not to who only checks', async () => {
    for (const caller of [worker, admin]) {
      const [first] = (await caller.get('organisations')).json<unknown[]>()
      expect(first).toEqual({
        code: 'A',
        name: 'Organisatie A',
        kind: 'certified-institution',
        kindLabel: 'gecertificeerde instelling',
      })
    }
    // A publisher keeps programmes, of which each part has an owner.
    expect((await served.get('organisations')).statusCode).toBe(200)
    const auditor = await served.enter({
      role: 'auditor',
      organisation: 'IGJ',
      kind: 'inspectorate',
    })
    expect(coded(await auditor.get('organisations'))).toEqual([403, 'not-allowed'])
  })
})

describe('a key', () => {
  const order = { name: 'Koppeling', role: 'worker', scopes: ['session'], endsOn: inDays(30) }
  const ask = (key: string, path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET') =>
    served.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { host: 'localhost', authorization: `Bearer ${key}` },
    })

  async function made(change: object = {}): Promise<MadeKey> {
    const response = await admin.post('keys', { ...order, ...change })
    expect(response.statusCode).toBe(201)
    return response.json<MadeKey>()
  }

  test('is shown once, and kept as a hash', async () => {
    const { key, id, hint } = await made()
    expect(key).toMatch(/^tdg_[\w-]{43}$/)
    expect(key.startsWith(hint) && hint.length < 10).toBe(true)
    const listed = await admin.get('keys')
    expect(listed.body).not.toContain(key)
    expect(listed.json<Key[]>().find((each) => each.id === id)).toMatchObject({
      name: 'Koppeling',
      scopes: ['session'],
      madeBy: 'administrator van A',
      endedAt: null,
    })
    const rows = await opened.asOwner('select row_to_json(k)::text as row from tijdig.api_key k')
    expect(JSON.stringify(rows)).not.toContain(key.slice(10))
  })

  test('acts as its organisation, for what it was made for and nothing else', async () => {
    const { key, id } = await made()
    expect((await ask(key, 'session')).json()).toMatchObject({
      person: null,
      appointment: { id, role: 'worker', organisation: { code: 'A' } },
      appointments: [],
      idleMinutes: null,
    })
    for (const path of ['trajectories?route=jbjr', 'figures', 'publications', 'people', 'keys']) {
      expect(coded(await ask(key, path))).toEqual([403, 'key-scope'])
    }
    expect(coded(await ask(key, 'session', 'DELETE'))).toEqual([403, 'key-scope'])
    expect(coded(await ask(key, 'session/appointment', 'POST'))).toEqual([403, 'key-scope'])
    const { key: wider } = await made({ scopes: ['trajectories', 'publications'] })
    expect((await ask(wider, 'publications')).statusCode).toBe(200)
    expect(coded(await ask(wider, 'session'))).toEqual([403, 'key-scope'])
  })

  test('is over at the very next request once it is withdrawn, by its own organisation', async () => {
    const { key, id } = await made()
    expect(coded(await other.del(`keys/${id}`))).toEqual([404, 'key-unknown'])
    expect((await ask(key, 'session')).statusCode).toBe(200)
    expect((await admin.del(`keys/${id}`)).statusCode).toBe(204)
    expect(coded(await ask(key, 'session'))).toEqual([401, 'sign-in-needed'])
    expect(coded(await admin.del(`keys/${id}`))).toEqual([404, 'key-unknown'])
  })

  test('is over after its last day', async () => {
    const { key, id } = await made({ endsOn: inDays(0) })
    expect((await ask(key, 'session')).statusCode).toBe(200)
    await opened.asOwner(`update tijdig.api_key set ends_at = now() where id = '${id}'`)
    expect(coded(await ask(key, 'session'))).toEqual([401, 'sign-in-needed'])
  })

  test.each([
    [{ endsOn: inDays(-2) }, 'key-end-invalid'],
    [{ endsOn: inDays(400) }, 'key-end-invalid'],
    [{ endsOn: 'nooit' }, 'key-end-invalid'],
    [{ role: 'administrator' }, 'parameter-invalid'],
    [{ scopes: ['person'] }, 'parameter-invalid'],
    [{ scopes: [] }, 'parameter-invalid'],
    [{ organisation: 'B' }, 'parameter-unknown'],
  ])('is not made with %j', async (change, code) => {
    expect(coded(await admin.post('keys', { ...order, ...change }))).toEqual([400, code])
  })

  test('is no session, and a session no key', async () => {
    const { key } = await made()
    const asCookie = await served.app.inject({
      url: '/api/v1/session',
      headers: { host: 'localhost', cookie: `__Host-tijdig=${key}` },
    })
    expect(coded(asCookie)).toEqual([401, 'sign-in-needed'])
    const token = admin.cookie.split('=')[1] ?? ''
    for (const bearer of [token, `tdg_${token}`, '', 'x']) {
      expect(coded(await ask(bearer, 'session'))).toEqual([401, 'sign-in-needed'])
    }
  })
})
