import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildServer } from '../api/build-server.ts'
import { OWN, recordTwoInstitutions } from '../api/testing/two-institutions.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { openTestHouse, PUBLISHER, type TestHouse } from '../testing/test-house.ts'

/** All that changes by what somebody does, but not when a session was last seen. */
const STATE = `select ${[
  'organisation',
  'team',
  'person',
  'appointment',
  'api_key',
  'event',
  'trajectory_share',
  'publication',
  'glass',
]
  .map(
    (table) =>
      `(select jsonb_agg(to_jsonb(t) order by t::text) from tijdig.${table} t) as ${table}`,
  )
  .join(
    ', ',
  )}, (select jsonb_agg(to_jsonb(s) - 'seen_at' order by s.hash) from tijdig.session s) as session`

const PATH = `trajectories/jbjr/${OWN}`
const STEP = { type: 'firstContact', validOn: '2023-05-01' }
const SHARE = {
  organisation: 'LJR',
  fields: ['region'],
  until: '2023-12-31',
  consent: { answer: 'given' },
}
const REPORT = { template: 'ot/progress', cutOff: '2023-03-31', knownAt: '2023-04-14' }
const GLASS = { route: 'jbjr', trajectory: OWN, reason: 'acuut gevaar' }
const KEY = { name: 'Koppeling', role: 'worker', scopes: ['trajectories'], endsOn: '2023-06-30' }

describe('a change and its record stand both, or neither', () => {
  let opened: TestHouse
  let app: FastifyInstance
  beforeAll(async () => {
    opened = await openTestHouse()
    await recordTwoInstitutions(opened.house)
    await opened.house.people.addOrganisation({ code: 'LJR', kind: 'provider', name: 'LJR' })
    app = await buildServer({
      house: async () => opened.house,
      rates: 'off',
      report: () => undefined,
    })
    await opened.asOwner(`
      create function tijdig.fail_for_test() returns trigger language plpgsql as
        $$ begin raise exception 'the disk is full'; end $$;
      create trigger fail_for_test before insert on tijdig.audit
        for each row execute function tijdig.fail_for_test();
      alter table tijdig.audit disable trigger fail_for_test`)
  })
  afterAll(async () => {
    await app.close()
    await opened.close()
  })

  const state = async () => JSON.stringify(await opened.asOwner(STATE))
  const failing = async <T>(work: () => Promise<T>): Promise<T> => {
    await opened.asOwner('alter table tijdig.audit enable trigger fail_for_test')
    try {
      return await work()
    } finally {
      await opened.asOwner('alter table tijdig.audit disable trigger fail_for_test')
    }
  }
  const written = async () => (await opened.house.store.audit.verify()) as { records: number }
  const kindsAfter = async (records: number) => {
    const rows = (await opened.asOwner(
      `select record -> 'event' ->> 'EventTypeCode' as kind from tijdig.audit
        order by at, chain, position offset ${records}`,
    )) as { kind: string }[]
    return rows.map(({ kind }) => kind)
  }

  const worker = { role: 'worker', organisation: 'WSS' } as const
  const administrator = { role: 'administrator', organisation: 'WSS' } as const
  /** Somebody new of WSS, to be taken out again. */
  const colleague = async () => {
    const made = await opened.house.people.appoint(
      { name: 'Iemand', email: `${randomBytes(6).toString('hex')}@example.org` },
      { organisation: 'WSS', role: 'worker', teams: [] },
    )
    if (typeof made === 'string') throw new Error(made)
    return made
  }
  const key = () =>
    opened.house.people.addKey({
      ...{ hash: randomBytes(32).toString('hex'), hint: 'tdg_1234', name: 'Sleutel' },
      ...{ organisation: 'WSS', role: 'worker', purpose: 'help', scopes: ['trajectories'] },
      ...{ madeBy: null, endsAt: opened.house.now() },
    })

  type Who = Parameters<typeof signInAs>[1]
  type Asked = readonly ['POST' | 'DELETE', string, object?]
  const CASES: [kind: string, who: Who, ask: () => Asked | Promise<Asked>][] = [
    ['record', worker, () => ['POST', `${PATH}/events`, STEP]],
    ['share', worker, () => ['POST', `${PATH}/shares`, SHARE]],
    ['glass', { role: 'team-lead', organisation: 'DJGB' }, () => ['POST', 'glass', GLASS]],
    ['publish', PUBLISHER, () => ['POST', 'publications', REPORT]],
    ['administration', administrator, () => ['POST', 'teams', { code: 'noord', name: 'Noord' }]],
    [
      'administration',
      administrator,
      () => ['POST', 'people', { name: 'An', email: 'an@example.org', role: 'worker', teams: [] }],
    ],
    [
      'administration',
      administrator,
      async () => [
        'POST',
        `people/${(await colleague()).person}/appointments`,
        { role: 'team-lead', teams: [] },
      ],
    ],
    [
      'administration',
      administrator,
      async () => ['DELETE', `appointments/${(await colleague()).appointment}`],
    ],
    [
      'administration',
      administrator,
      async () => ['DELETE', `people/${(await colleague()).person}`],
    ],
    ['administration', administrator, () => ['POST', 'keys', KEY]],
    ['administration', administrator, async () => ['DELETE', `keys/${await key()}`]],
    ['sign-out', worker, () => ['DELETE', 'session']],
    ['sign-out', worker, () => ['DELETE', 'sessions']],
  ]

  it.each(CASES)('%s, by %o', async (kind, who, ask) => {
    const { cookie } = await signInAs(opened.house, who)
    const [method, path, payload] = await ask()
    const send = () =>
      app.inject({
        method,
        url: `/api/v1/${path}`,
        headers: { host: 'localhost', cookie },
        ...(payload && { payload }),
      })
    const before = await state()
    const failed = await failing(send)
    expect([failed.statusCode, failed.json().code]).toEqual([500, 'internal'])
    expect(failed.headers['set-cookie']).toBeUndefined()
    expect(await state()).toBe(before)
    const { records } = await written()
    const done = await send()
    expect([done.statusCode, done.body]).toEqual([
      expect.toSatisfy((status: number) => status < 300),
      expect.any(String),
    ])
    expect(await state()).not.toBe(before)
    const told = (await kindsAfter(records)).filter((one) => one !== 'look')
    expect(told).toEqual([kind])
  })

  it('signing in, and going on in another role', async () => {
    const { people } = opened.house
    const { person, appointment } = await colleague()
    const begin = (hash: string) =>
      people.beginSession({
        ...{ hash, person, appointment, purpose: 'help', idle: 30, longest: 60 },
        address: '192.0.2.7',
      })
    const [first, second] = [1, 2].map(() => randomBytes(32).toString('hex')) as [string, string]
    const before = await state()
    await expect(failing(() => begin(first))).rejects.toThrow('the disk is full')
    expect(await state()).toBe(before)
    await begin(first)
    const next = { hash: second, appointment, purpose: 'coordination' } as const
    const signedIn = await state()
    await expect(failing(() => people.as(first).switchSession(first, next))).rejects.toThrow(
      'the disk is full',
    )
    expect(await state()).toBe(signedIn)
    const { records } = await written()
    expect(await people.as(first).switchSession(first, next)).toBe(true)
    expect(await kindsAfter(records)).toEqual(['switch'])
  })
})
