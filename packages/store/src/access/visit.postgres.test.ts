import { getDay, type Role } from '@tijdig/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { type Entrant, enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'
import type { Visit } from './visit.ts'

const LIST = { route: 'tool', sort: 'id', descending: false, page: 1, pageSize: 10 } as const

describe.each(testServers())('a visit on $name', (server) => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    await append(
      event('n1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('n2', 'T-1 partLent 2023-03-02', { part: 'p', colour: 'red', weight: 3 }),
      event('s1', 'T-2 lent 2023-03-01', { shop: 'south' }),
    )
  })
  afterEach(() => database.drop())

  async function append(...events: Parameters<Store['append']>[0]) {
    const refused = (await store.append(events)).find(({ ok }) => !ok)
    if (refused) throw new Error(JSON.stringify(refused))
  }

  async function visitOf(who: Partial<Entrant> = {}): Promise<Visit> {
    return store.visit(await enter(database, { role: 'worker', organisation: 'north', ...who }))
  }

  async function ids(visit: Visit): Promise<string[]> {
    return (await visit.trajectories(LIST)).lines.map(({ id }) => id)
  }

  const sees = async (visit: Visit, id: string) =>
    (await visit.findTrajectory('tool', id))?.relation

  test('says who acts', async () => {
    const visit = await visitOf({ role: 'team-lead', teams: ['a'], purpose: 'oversight' })
    expect(await visit.actor()).toMatchObject({
      organisation: 'north',
      kind: 'certified-institution',
      role: 'team-lead',
      purpose: 'oversight',
      teams: ['a'],
      key: null,
      scopes: null,
    })
    expect(await store.visit('0'.repeat(64)).actor()).toBeUndefined()
    expect(() => store.visit(`'; drop`)).toThrow('64 hexadecimal digits')
  })

  test('shows those to which the organisation is party, and no trace of others', async () => {
    const visit = await visitOf()
    expect(await ids(visit)).toEqual(['T-1'])
    expect(await visit.countByRoute()).toEqual(
      new Map([['tool', expect.objectContaining({ trajectories: 1 })]]),
    )
    expect(await sees(visit, 'T-1')).toBe('party')
    expect(await visit.findTrajectory('tool', 'T-2')).toBeUndefined()
    expect(await visit.findTrajectory('tool', 'T-9')).toBeUndefined()
    expect(await visit.findTrajectory('other', 'T-1')).toBeUndefined()
    expect(await ids(await visitOf({ organisation: 'nowhere' }))).toEqual([])
  })

  test('tells how far the record reaches of what one sees, not of others', async () => {
    await append(event('s2', 'T-2 returned 2023-05-01'))
    const reach = async () => (await (await visitOf()).countByRoute()).get('tool')?.lastValidOn
    expect(await reach()).toBe(getDay('2023-03-02'))
    await append(event('n3', 'T-1 returned 2023-04-01'))
    expect(await reach()).toBe(getDay('2023-04-01'))
  })

  test.each<[Role, boolean]>([
    ['worker', true],
    ['team-lead', true],
    ['coordinator', true],
    ['provider', true],
    ['policy-officer', false],
    ['publisher', false],
    ['auditor', false],
    ['administrator', false],
  ])('a %s of the party sees it: %s', async (role, isSeen) => {
    const visit = await visitOf({ role })
    expect(await ids(visit)).toEqual(isSeen ? ['T-1'] : [])
    expect(await sees(visit, 'T-1')).toBe(isSeen ? 'party' : undefined)
    expect((await visit.countByRoute()).size).toBe(isSeen ? 1 : 0)
  })

  test('a purpose that does not go with the role shows nothing', async () => {
    expect(await ids(await visitOf({ purpose: 'policy' }))).toEqual([])
  })

  test('events come with their own places, without hash or place in the log', async () => {
    const seen = await (await visitOf({ organisation: 'south' })).findTrajectory('tool', 'T-2')
    expect(seen).toMatchObject({
      state: 'lent',
      events: [{ id: 's1', position: 1, data: { shop: 'south' }, superseders: [] }],
      parties: { parties: [{ organisation: 'south', team: null }], shares: [] },
    })
  })

  test('a correction stands beside what it corrects', async () => {
    await append(
      event('s2', 'T-2 returned 2023-05-01'),
      event('n4', 'T-1 lent 2023-02-01', { shop: 'north' }, { supersedes: 'n1' }),
    )
    const seen = await (await visitOf()).findTrajectory('tool', 'T-1')
    expect(seen?.events.map(({ id, position, supersedes }) => [id, position, supersedes])).toEqual([
      ['n1', 1, undefined],
      ['n2', 2, undefined],
      ['n4', 3, 'n1'],
    ])
    expect(seen?.events[0]?.superseders).toMatchObject([{ position: 3 }])
  })

  test('a trajectory that moves goes from one list to the other, with its counts', async () => {
    const [north, south] = [await visitOf(), await visitOf({ organisation: 'south' })]
    const filter = { ...LIST, filter: { attribute: 'colour', value: 'red' } }
    expect((await north.trajectories(filter)).total).toBe(1)
    await append(event('n3', 'T-1 lent 2023-03-01', { shop: 'south' }, { supersedes: 'n1' }))
    expect([await ids(north), await ids(south)]).toEqual([[], ['T-1', 'T-2']])
    expect((await north.trajectories(filter)).total).toBe(0)
    expect((await south.trajectories(filter)).total).toBe(1)
    expect((await south.trajectories({ ...LIST, search: 't-1' })).total).toBe(1)
    expect((await north.trajectories({ ...LIST, search: 't-1' })).total).toBe(0)
    expect((await north.countByRoute()).get('tool')).toMatchObject({
      trajectories: 0,
      lastValidOn: null,
    })
    expect(await north.findTrajectory('tool', 'T-1')).toBeUndefined()
  })

  test('a team has its own; another team’s are for leads', async () => {
    await append(event('n3', 'T-2 partyJoined 2023-03-02', { organisation: 'north', team: 'a' }))
    expect(await ids(await visitOf({ teams: ['a'] }))).toEqual(['T-1', 'T-2'])
    expect(await ids(await visitOf({ teams: ['b'] }))).toEqual(['T-1'])
    expect(await sees(await visitOf({ teams: ['b'] }), 'T-2')).toBeUndefined()
    const lead = await visitOf({ role: 'team-lead', teams: ['b'] })
    expect(await ids(lead)).toEqual(['T-1', 'T-2'])
    expect(await sees(lead, 'T-2')).toBe('other-team')
    expect(await sees(await visitOf({ role: 'team-lead', teams: ['a'] }), 'T-2')).toBe('party')
  })

  test('codes with odd signs make no other organisation’s team of anybody', async () => {
    await append(
      event('o1', 'T-3 lent 2023-03-01', { shop: 'north/a' }),
      event('o2', 'T-4 lent 2023-03-01', { shop: 'x:north' }),
    )
    expect(await ids(await visitOf({ teams: ['a'] }))).toEqual(['T-1'])
    expect(await ids(await visitOf({ role: 'team-lead' }))).toEqual(['T-1'])
  })

  describe('what was shared', () => {
    const share = (until: string, fields = 'part,colour') =>
      append(
        event('d1', 'T-1 sharedWith 2023-03-03', { organisation: 'south', fields, until }),
        event('d2', 'T-1 partyJoined 2023-03-03', { organisation: 'west' }),
      )

    test('shows the fields that were, and nothing else', async () => {
      await share('2999-01-01')
      const visit = await visitOf({ organisation: 'south' })
      expect(await visit.findTrajectory('tool', 'T-1')).toMatchObject({
        relation: 'shared',
        state: '',
        sharedFields: ['colour', 'part'],
        events: [{ id: 'n2', data: { part: 'p', colour: 'red' } }],
        parties: { parties: [], shares: [{ organisation: 'south' }] },
      })
      expect((await visit.findTrajectory('tool', 'T-1'))?.events).toHaveLength(1)
      expect(await ids(visit)).toEqual(['T-2'])
      expect(await visit.shared('tool')).toMatchObject([{ id: 'T-1', fields: ['colour', 'part'] }])
      expect(await visit.shared('other')).toEqual([])
      expect(await (await visitOf({ organisation: 'west' })).shared('tool')).toEqual([])
    })

    test('ends with its last day, and when it is stopped', async () => {
      await share('2999-01-01')
      const visit = await visitOf({ organisation: 'south' })
      await database.asOwner(`update tijdig.trajectory_share set until = tijdig.today()`)
      expect(await visit.shared('tool')).toHaveLength(1)
      await database.asOwner(`update tijdig.trajectory_share set until = tijdig.today() - 1`)
      expect(await visit.shared('tool')).toEqual([])
      expect(await visit.findTrajectory('tool', 'T-1')).toBeUndefined()
      await database.asOwner(`update tijdig.trajectory_share set until = '2999-01-01'`)
      expect(await sees(visit, 'T-1')).toBe('shared')
      await append(event('d3', 'T-1 sharingEnded 2023-03-04', { organisation: 'south' }))
      expect(await visit.shared('tool')).toEqual([])
      expect(await sees(visit, 'T-1')).toBeUndefined()
    })
  })

  describe('a broken glass', () => {
    test('shows one trajectory to one person until it ends', async () => {
      const session = await enter(database, { role: 'worker', organisation: 'west' })
      const visit = store.visit(session)
      expect(await sees(visit, 'T-1')).toBeUndefined()
      const { endsAt } = await visit.breakGlass('tool', 'T-1', 'acuut')
      expect(endsAt - Date.now() * 1000).toBeGreaterThan(10_700_000_000)
      expect(await sees(visit, 'T-1')).toBe('glass')
      expect(await sees(visit, 'T-2')).toBeUndefined()
      expect(await ids(visit)).toEqual([])
      expect(await sees(await visitOf({ organisation: 'west' }), 'T-1')).toBeUndefined()
      await database.asOwner(`update tijdig.glass set ends_at = now() - interval '1 second'`)
      expect(await sees(visit, 'T-1')).toBeUndefined()
    })

    test.each(['T-1', 'T-404'])('of %s is told to who should know', async (id) => {
      const breaker = await visitOf({ organisation: 'west' })
      await breaker.breakGlass('tool', id, 'acuut')
      const told = async (role: Role, organisation: string, kind?: Entrant['kind']) => {
        const visit = await visitOf({ role, organisation, ...(kind && { kind }) })
        return (await visit.notices()).map(({ trajectory }) => trajectory)
      }
      const isThere = id === 'T-1'
      expect(await told('team-lead', 'west')).toEqual([id])
      expect(await told('auditor', 'west')).toEqual([id])
      expect(await told('auditor', 'inspectie', 'inspectorate')).toEqual([id])
      expect(await told('team-lead', 'north')).toEqual(isThere ? [id] : [])
      expect(await told('auditor', 'north')).toEqual(isThere ? [id] : [])
      expect(await told('worker', 'west')).toEqual([])
      expect(await told('team-lead', 'south')).toEqual([])
      expect(await told('team-lead', 'inspectie', 'inspectorate')).toEqual([])
      expect(await breaker.findTrajectory('tool', 'T-404')).toBeUndefined()
    })

    test('a notice is seen by who was told, once', async () => {
      await (await visitOf({ organisation: 'west' })).breakGlass('tool', 'T-1', 'acuut')
      const lead = await visitOf({ role: 'team-lead' })
      const [notice] = await lead.notices()
      expect(notice).toMatchObject({ reason: 'acuut', seenAt: null, by: { organisation: 'west' } })
      const stranger = await visitOf({ role: 'team-lead', organisation: 'south' })
      expect(await stranger.seeNotice(notice?.id ?? '')).toBe(false)
      expect(await lead.seeNotice('nothing')).toBe(false)
      expect(await lead.seeNotice(notice?.id ?? '')).toBe(true)
      expect((await lead.notices())[0]?.seenAt).not.toBeNull()
    })

    test('may not be broken by a role that may not', async () => {
      const visit = await visitOf({ role: 'administrator' })
      await expect(visit.breakGlass('tool', 'T-1', 'x')).rejects.toMatchObject({ code: '42501' })
    })
  })

  test.each([
    ['the appointment', 'update tijdig.appointment set ended_at = now()'],
    ['the person', 'update tijdig.person set ended_at = now()'],
    ['the organisation', 'update tijdig.organisation set ended_at = now()'],
    ['the session', 'update tijdig.session set ended_at = now()'],
    ['being idle', `update tijdig.session set seen_at = now() - interval '2 hours'`],
    ['the purpose', `update tijdig.session set purpose = 'policy'`],
    ['the role', `update tijdig.appointment set role = 'publisher'`],
  ])('an end of %s works at the very next query', async (_, sql) => {
    const visit = await visitOf()
    expect(await ids(visit)).toEqual(['T-1'])
    await database.asOwner(sql)
    expect(await ids(visit)).toEqual([])
    expect(await visit.findTrajectory('tool', 'T-1')).toBeUndefined()
    expect(await visit.record([event('r1', 'T-1 returned 2023-04-01')])).toMatchObject([
      { error: { code: 'not-allowed' } },
    ])
  })

  test('a team that is withdrawn takes its trajectories along', async () => {
    await append(event('n3', 'T-2 partyJoined 2023-03-02', { organisation: 'north', team: 'a' }))
    const visit = await visitOf({ teams: ['a'] })
    expect(await ids(visit)).toEqual(['T-1', 'T-2'])
    await database.asOwner(`update tijdig.appointment set teams = '{}'`)
    expect(await ids(visit)).toEqual(['T-1'])
  })
})
