import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { type Entrant, enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'
import type { AuditQuery } from './read-audit.ts'

const LIST = { route: 'tool', sort: 'id', descending: false, page: 1, pageSize: 10 } as const

describe.each(testServers())('the audit on $name', (server) => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
    await store.append([
      event('n1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('s1', 'T-2 lent 2023-03-01', { shop: 'south' }),
    ])
  })
  afterEach(() => database.drop())

  const enters = (who: Partial<Entrant> = {}) =>
    enter(database, { role: 'worker', organisation: 'north', ...who })
  const read = async (who: Partial<Entrant>, query: Partial<AuditQuery> = {}) =>
    store.audit.read(await enters({ role: 'auditor', ...who }), undefined, query)
  const igj = { organisation: 'igj', kind: 'inspectorate' } as const

  test('has a record of each thing that somebody did, in the order in which it was', async () => {
    const visit = store.visit(await enters({ role: 'team-lead' }), '192.0.2.7')
    await visit.trajectories({ ...LIST, search: 't-1' })
    await visit.trajectories({ ...LIST, search: 'Bijlsma' })
    await visit.findTrajectory('tool', 'T-1')
    await visit.findTrajectory('tool', 'T-2')
    await visit.findTrajectory('tool', 'T-404')
    await visit.shared('tool')
    await visit.record([event('n2', 'T-1 returned 2023-03-04')])
    await visit.record([event('s2', 'T-2 returned 2023-03-04')])
    await visit.breakGlass('tool', 'T-2', 'acuut: Bijlsma')
    await visit.notices()
    await visit.seeNotice('nothing')
    const { total, lines } = await read(igj)
    expect(total).toBe(11)
    const told = lines.toReversed()
    expect(new Set(told.map(({ number }) => number)).size).toBe(11)
    expect(told.map(({ kind, outcome, trajectories }) => [kind, outcome, ...trajectories])).toEqual(
      [
        ['list', 'done', 'T-1'],
        ['list', 'nothing'],
        ['look', 'done', 'T-1'],
        ['look', 'nothing', 'T-2'],
        ['look', 'nothing', 'T-404'],
        ['shared-list', 'nothing'],
        ['record', 'done', 'T-1'],
        ['record', 'refused', 'T-2'],
        ['glass', 'done', 'T-2'],
        ['notices', 'done'],
        ['notice-seen', 'nothing'],
      ],
    )
    expect(told[2]).toMatchObject({
      role: 'team-lead',
      purpose: 'help',
      organisation: 'north',
      person: { name: 'team-lead van north' },
      relation: 'party',
      address: '192.0.2.7',
    })
    expect(told[0]?.detail).toMatchObject({ search: 't-1' })
    expect(JSON.stringify(await database.asOwner('select record from tijdig.audit'))).not.toMatch(
      /bijlsma/i,
    )
    expect(await store.audit.verify()).toMatchObject({ intact: true, records: 12 })
  })

  test('without a record no answer goes out and nothing is recorded', async () => {
    const visit = store.visit(await enters())
    await visit.findTrajectory('tool', 'T-1')
    await database.asOwner(
      'alter table tijdig.audit add constraint full_up check (false) not valid',
    )
    await expect(visit.findTrajectory('tool', 'T-1')).rejects.toMatchObject({ code: '23514' })
    await expect(visit.trajectories(LIST)).rejects.toMatchObject({ code: '23514' })
    await expect(visit.record([event('n2', 'T-1 returned 2023-03-04')])).rejects.toThrow('full_up')
    await expect(visit.breakGlass('tool', 'T-2', 'x')).rejects.toThrow('full_up')
    expect((await store.head()).position).toBe(2)
    expect(await database.asOwner('select from tijdig.glass')).toEqual([])
  })

  test('is gapless and whole, however many write at once', async () => {
    const visits = await Promise.all([1, 2, 3].map(async () => store.visit(await enters())))
    const asked = visits.flatMap((visit) =>
      [1, 2, 3, 4, 5].map(() => visit.findTrajectory('tool', 'T-1')),
    )
    await Promise.all(asked)
    expect(await store.audit.verify()).toMatchObject({ intact: true, records: 15 })
    const { chains } = await store.audit.checkpoint()
    // Several connections write in several chains, and nobody in the one that is closed.
    expect(chains.filter(({ position }) => position > 0).length).toBeGreaterThan(1)
    expect(chains[0]?.position).toBe(0)
    const record = '{"event": {"EventID": 1}}'
    const moment = '2026-01-01 12:00:00+00'
    await expect(
      database.asOwner(`insert into tijdig.audit (chain, position, at, record, hash)
        select 0, 1, '${moment}', '${record}', sha256(hash || convert_to(
          tijdig.audit_text('${moment}', '${record}'), 'UTF8'))
        from tijdig.audit_head where chain = 0`),
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('nobody says who one is, and nobody who is nobody writes', async () => {
    await store.audit.write('0'.repeat(64), undefined, { kind: 'look', outcome: 'done' })
    await store.audit.writeOwn('opdrachtregel', { kind: 'command', outcome: 'done' })
    const session = await enters()
    await database.asOwner('update tijdig.session set ended_at = now()')
    await store.audit.write(session, undefined, { kind: 'sign-out', outcome: 'done' })
    const { lines } = await read(igj)
    expect(lines.map(({ kind, role, person }) => [kind, role, person?.name])).toEqual([
      ['sign-out', 'worker', 'worker van north'],
      ['command', 'system', undefined],
    ])
    const client = await database.actorPool.connect()
    const own = `select tijdig.write_system_audit('look', null, null, 'done', '{}', 'x')`
    await expect(client.query(own)).rejects.toMatchObject({ code: '42501' })
    await expect(client.query('select * from tijdig.audit')).rejects.toMatchObject({
      code: '42501',
    })
    client.release()
  })

  test.each([
    'update tijdig.audit set at = now()',
    'delete from tijdig.audit',
    'truncate tijdig.audit',
  ])('is only ever added to, even by its owner: %s', async (sql) => {
    await store.visit(await enters()).findTrajectory('tool', 'T-1')
    await expect(database.asOwner(sql)).rejects.toMatchObject({ code: '42501' })
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '42501' })
    await expect(
      database.asOwner('update tijdig.audit_head set position = 0'),
    ).rejects.toMatchObject({ code: '42501' })
  })

  describe('is read', () => {
    beforeEach(async () => {
      await store.append([event('n2', 'T-2 partyJoined 2023-03-02', { organisation: 'west' })])
      await store.visit(await enters()).findTrajectory('tool', 'T-1')
      const south = store.visit(await enters({ organisation: 'south' }), '192.0.2.9')
      await south.findTrajectory('tool', 'T-2')
      await store.append([event('s3', 'T-3 lent 2023-03-01', { shop: 'south' })])
      await south.trajectories(LIST)
    })

    /** By their place in the order in which they were written. */
    const positions = async (...asked: Parameters<typeof read>) => {
      const { lines } = await read(...asked)
      const rows = (await database.asOwner(
        `select record -> 'event' ->> 'EventID' as number from tijdig.audit
          order by at, chain, position`,
      )) as { number: string }[]
      const places = new Map(rows.map(({ number }, place) => [number, place + 1]))
      return lines.map(({ number }) => places.get(number))
    }

    test('by an inspectorate whole, by others as far as it is theirs', async () => {
      expect(await positions(igj)).toEqual([3, 2, 1])
      expect(await positions({ organisation: 'north' })).toEqual([1])
      expect(await positions({ organisation: 'south' })).toEqual([3, 2])
      const { lines } = await read({ organisation: 'west' })
      expect(lines).toMatchObject([
        { kind: 'list', trajectories: ['T-2'], address: null, detail: {} },
        { kind: 'look', trajectories: ['T-2'], address: null },
      ])
      expect(await positions({ organisation: 'west' }, { trajectory: 'T-3' })).toEqual([])
    })

    test('by trajectory, person, day and kind; also that it was read', async () => {
      expect(await positions(igj, { route: 'tool', trajectory: 'T-2' })).toEqual([3, 2])
      const person = (await read(igj, { kind: 'list' })).lines[0]?.person?.id
      expect(await positions(igj, { person, kind: 'look' })).toEqual([2])
      expect(await positions(igj, { to: '2020-01-01' })).toEqual([])
      expect(await positions(igj, { kind: 'audit', from: '2020-01-01' })).toEqual([7, 6, 5, 4])
    })

    test('a page at a time, each record once, whatever is written meanwhile', async () => {
      const { total, lines } = await read(igj)
      expect(total).toBe(3)
      const rest = async (number: string | undefined) =>
        (await read(igj, { before: number })).lines.map((line) => line.number)
      const numbers = lines.map(({ number }) => number)
      expect(await rest(numbers[0])).toEqual(numbers.slice(1))
      expect(await rest(numbers[2])).toEqual([])
      const visit = store.visit(await enters())
      for (let look = 0; look < 60; look++) await visit.findTrajectory('tool', 'T-1')
      const found: string[] = []
      for (let before: string | undefined; ; ) {
        const page = await read(igj, { kind: 'look', before })
        expect(page).toMatchObject({ isMore: false, total: 62 - found.length })
        found.push(...page.lines.map(({ number }) => number))
        if (page.older === null) break
        before = page.older
        await visit.findTrajectory('tool', 'T-1')
      }
      expect([found.length, new Set(found).size]).toEqual([62, 62])
      expect(found.slice(-2)).toEqual(numbers.slice(-2))
      expect(await rest('99-1')).toEqual([])
    })

    test.each<Partial<Entrant>>([
      { role: 'worker' },
      { role: 'administrator' },
      { role: 'publisher' },
    ])('by nobody else: %j', async (who) => {
      await expect(read(who)).rejects.toMatchObject({ constraint: 'may_read_audit' })
      const session = await enters(who)
      await expect(store.audit.unusual(session, undefined)).rejects.toMatchObject({ code: '42501' })
      await expect(store.audit.auditorCheckpoint(session, undefined)).rejects.toMatchObject({
        code: '42501',
      })
    })
  })
})
