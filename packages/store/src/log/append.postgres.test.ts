import { EVERYTHING, type Event, formatDay, readEvents } from '@tijdig/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'

describe.each(testServers())('appending on $name', (server) => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
  })
  afterEach(() => database.drop())

  /** What became of each event: `new 1`, `already-there 1`, or the code of the refusal. */
  async function append(...events: Event[]): Promise<string[]> {
    const results = await store.append(events)
    return results.map((result) =>
      result.ok ? `${result.value.outcome} ${result.value.position}` : result.error.code,
    )
  }

  async function factsOf(id: string): Promise<string[]> {
    const trajectory = await store.findTrajectory('tool', id)
    const facts = await store.currentFacts(trajectory?.number ?? 0)
    return facts.map(({ fact, key, attributes, validFrom }) =>
      [fact, key, ...Object.values(attributes), formatDay(validFrom)].filter(Boolean).join(' '),
    )
  }

  test('gives out positions in order, and facts that hold', async () => {
    expect(
      await append(
        event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
        event('e2', 'T-2 lent 2023-03-02', { shop: 'south' }),
        event('e3', 'T-1 returned 2023-03-05'),
      ),
    ).toEqual(['new 1', 'new 2', 'new 3'])
    expect(await factsOf('T-1')).toEqual([
      'loan north 2023-03-01',
      'return north 2023-03-01',
      'state back 2023-03-05',
    ])
    expect(await store.head()).toMatchObject({ position: 3 })
  })

  test('the same event twice is no error, in one batch or two', async () => {
    const lent = event('e1', 'T-1 lent 2023-03-01', { shop: 'north' })
    expect(await append(lent, lent)).toEqual(['new 1', 'already-there 1'])
    expect(await append(lent, event('e2', 'T-1 returned 2023-03-05'))).toEqual([
      'already-there 1',
      'new 2',
    ])
  })

  test('the same event is recognised however its data were ordered', async () => {
    const part = (data: Event['data']) => event('e2', 'T-1 partLent 2023-03-01', data)
    await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }))
    expect(await append(part({ part: 'p', colour: 'é"\\/', weight: 1e21 }))).toEqual(['new 2'])
    expect(await append(part({ weight: 1e21, part: 'p', colour: 'é"\\/' }))).toEqual([
      'already-there 2',
    ])
    expect(await append(part({ part: 'p', colour: 'é"\\/', weight: 0.1 }))).toEqual([
      'id-with-other-content',
    ])
  })

  test('refuses each on its own merits, and the rest goes in', async () => {
    await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }))
    expect(
      await append(
        event('e1', 'T-1 lent 2023-03-02', { shop: 'north' }),
        event('e2', 'T-1 lent 2023-03-02', { shop: 'north' }, { route: 'other' }),
        event('e3', 'T-3 lent 2023-03-02', { shop: 'north' }, { route: 'nowhere' }),
        event('e4', 'T-3 painted 2023-03-02'),
        event('e5', 'T-3 lent 2023-03-02'),
        event('e6', 'T-3 lent 2023-03-02', { shop: 'north', mood: 'good' }),
        event('e7', 'T-3 reminded 2023-03-02'),
        event('e8', 'T-3 lent 2023-03-02', { shop: 'north' }),
        event('e9', 'T-3 reminded 2023-03-02'),
      ),
    ).toEqual([
      'id-with-other-content',
      'trajectory-of-other-route',
      'route-unknown',
      'type-unknown',
      'field-missing',
      'field-unknown',
      'order-forbidden',
      'new 2',
      'new 3',
    ])
  })

  test('a refused event leaves no trace: its id and its trajectory are free', async () => {
    expect(await append(event('e1', 'T-1 reminded 2023-03-01'))).toEqual(['order-forbidden'])
    expect(
      await append(
        event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }, { route: 'other' }),
        event('e1', 'T-1 lent 2023-03-01', { shop: 'south' }, { route: 'other' }),
      ),
    ).toEqual(['new 1', 'id-with-other-content'])
    expect(await store.findTrajectory('tool', 'T-1')).toBeUndefined()
  })

  test('refuses to withdraw what a forbidden order rests on', async () => {
    await append(
      event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('e2', 'T-1 reminded 2023-03-09'),
    )
    const withdrawal = event('e3', 'T-1 retracted 2023-03-01', {}, { supersedes: 'e1' })
    expect(await append(withdrawal)).toEqual(['order-forbidden'])
    const lentLater = event('e4', 'T-1 lent 2023-03-02', { shop: 'north' }, { supersedes: 'e1' })
    expect(await append(lentLater)).toEqual(['new 3'])
  })

  test('a correction and a withdrawal change what holds', async () => {
    await append(
      event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('e2', 'T-1 partLent 2023-03-01', { part: 'drill', colour: 'red' }),
      event('e3', 'T-1 returned 2023-03-05'),
    )
    await append(
      event(
        'e4',
        'T-1 partLent 2023-03-01',
        { part: 'drill', colour: 'blue' },
        { supersedes: 'e2' },
      ),
      event('e5', 'T-1 retracted 2023-03-05', {}, { supersedes: 'e3' }),
    )
    expect(await factsOf('T-1')).toEqual([
      'loan north 2023-03-01',
      'part drill blue 2023-03-01',
      'return north 2023-03-01',
      'state lent 2023-03-01',
    ])
    const trajectory = await store.findTrajectory('tool', 'T-1')
    expect(trajectory?.events.map(({ id, superseders }) => [id, superseders.length])).toEqual([
      ['e1', 0],
      ['e2', 1],
      ['e3', 1],
      ['e4', 0],
      ['e5', 0],
    ])
    expect(readEvents(trajectory?.events ?? [], { ...EVERYTHING, position: 4 })).toHaveLength(3)
  })

  test('an event may supersede one that arrives later', async () => {
    expect(
      await append(event('e2', 'T-1 lent 2023-03-02', { shop: 'south' }, { supersedes: 'e1' })),
    ).toEqual(['new 1'])
    expect(await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }))).toEqual(['new 2'])
    expect(await factsOf('T-1')).toEqual([
      'loan south 2023-03-02',
      'return south 2023-03-02',
      'state lent 2023-03-02',
    ])
    const early = await store.findTrajectory('tool', 'T-1')
    expect(early?.events.map(({ id, superseders }) => [id, superseders])).toEqual([
      ['e2', []],
      ['e1', [{ position: 1, recordedAt: early?.events[0]?.recordedAt }]],
    ])
    expect(await database.asOwner('select * from tijdig.awaited_event')).toEqual([])
  })

  test('both superseding and superseded in one batch, in either order', async () => {
    await append(
      event('e2', 'T-1 lent 2023-03-02', { shop: 'south' }, { supersedes: 'e1' }),
      event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('e3', 'T-2 lent 2023-03-01', { shop: 'north' }),
      event('e4', 'T-2 lent 2023-03-02', { shop: 'south' }, { supersedes: 'e3' }),
    )
    expect(await factsOf('T-1')).toContain('loan south 2023-03-02')
    expect(await factsOf('T-2')).toContain('loan south 2023-03-02')
    expect(await database.asOwner('select * from tijdig.awaited_event')).toEqual([])
  })

  test('an event of another trajectory may be superseded: both change', async () => {
    await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }))
    await append(event('e2', 'T-2 lent 2023-03-01', { shop: 'south' }, { supersedes: 'e1' }))
    expect(await factsOf('T-1')).toEqual([])
    expect(await factsOf('T-2')).toContain('state lent 2023-03-01')
    const inSouth = { role: 'worker', organisation: 'south' } as const
    const { total, lines } = await store.visit(await enter(database, inSouth)).trajectories({
      route: 'tool',
      sort: 'id',
      descending: false,
      page: 1,
      pageSize: 10,
    })
    expect([total, lines.map(({ id }) => id)]).toEqual([1, ['T-2']])
  })

  test('superseding never goes from one route to another, whichever came first', async () => {
    await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }))
    expect(
      await append(
        event('x1', 'X-1 lent 2023-03-01', { shop: 'a' }, { route: 'other', supersedes: 'e1' }),
        event('x2', 'X-1 lent 2023-03-01', { shop: 'a' }, { route: 'other', supersedes: 'e9' }),
        event('e9', 'T-1 returned 2023-03-02'),
      ),
    ).toEqual(['supersedes-other-route', 'new 2', 'supersedes-other-route'])
    expect(await append(event('e9', 'T-1 returned 2023-03-02'))).toEqual(['supersedes-other-route'])
  })

  test('keeps moments to the microsecond, from the first year to the last', async () => {
    const moments = [
      '0001-01-01T00:00:00.000001Z',
      '1969-12-31T23:59:59.999999Z',
      '2023-03-31T21:59:59.123456Z',
      '2199-06-01T12:00:00.000001Z',
      '9999-12-31T12:00:00Z',
    ]
    const events = moments.map((recordedAt, index) =>
      event(`e${index}`, 'T-1 lent 2023-03-01', { shop: 'north' }, { recordedAt }),
    )
    await append(...events)
    const stored = await store.findTrajectory('tool', 'T-1')
    expect(stored?.events.map(({ recordedAt }) => recordedAt)).toEqual(
      events.map(({ recordedAt }) => recordedAt),
    )
    expect(await append(...events)).toEqual(events.map((_, index) => `already-there ${index + 1}`))
  })

  test('a memory of earlier batches is given up when another one appends', async () => {
    const [one, two] = [store.bulkAppender(), store.bulkAppender()]
    const turns = [
      [one, event('e1', 'T-1 lent 2023-03-01', { shop: 'north' })],
      [two, event('e2', 'T-1 partLent 2023-03-02', { part: 'saw' })],
      [one, event('e3', 'T-1 returned 2023-03-03')],
      [two, event('e4', 'T-1 partReturned 2023-03-04', { part: 'saw' })],
    ] as const
    for (const [appender, one] of turns) {
      await appender.append([one])
      await appender.commit()
    }
    expect(await factsOf('T-1')).toEqual([
      'loan north 2023-03-01',
      'return north 2023-03-01',
      'state back 2023-03-03',
    ])
    expect(await store.verifyChain(4)).toMatchObject({ intact: true, eventsRead: 4 })
  })

  /** A batch large enough to be taken for new. */
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) =>
      event(`m${from + index}`, `M-${(from + index) % 40} lent 2023-03-01`, { shop: 'north' }),
    )

  test('a large batch of which some is there brings in the rest', async () => {
    const appender = store.bulkAppender()
    expect(await appender.append(many(0, 200))).toMatchObject({ fresh: 200, alreadyThere: 0 })
    expect(await appender.append(many(100, 400))).toMatchObject({ fresh: 200, alreadyThere: 100 })
    await appender.commit()
    expect(await appender.append(many(400, 600))).toMatchObject({ fresh: 200, alreadyThere: 0 })
    expect(await appender.append(many(600, 800))).toMatchObject({ fresh: 200, alreadyThere: 0 })
    expect(await appender.append(many(0, 800))).toMatchObject({ fresh: 0, alreadyThere: 800 })
    await appender.commit()
    expect(await store.verifyChain(800)).toMatchObject({ intact: true, eventsRead: 800 })
    expect((await store.countByRoute()).get('tool')).toMatchObject({ events: 800 })
    expect(await factsOf('M-1')).toHaveLength(3)
  })

  test('a large batch with one id that is there with other content refuses that one', async () => {
    await append(event('m150', 'T-1 lent 2023-03-01', { shop: 'south' }))
    const appender = store.bulkAppender()
    const { fresh, refusals } = await appender.append(many(0, 200))
    await appender.commit()
    expect(fresh).toBe(199)
    expect([...refusals].map(([place, { code }]) => [place, code])).toEqual([
      [150, 'id-with-other-content'],
    ])
    expect(await store.verifyChain(200)).toMatchObject({ intact: true, eventsRead: 200 })
  })

  test('what would be refused now is no error when it is there already', async () => {
    const reminded = event('e2', 'T-1 reminded 2023-03-09')
    await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }), reminded)
    await database.asOwner(`set session_replication_role = 'replica';
      update tijdig.event set type = 'painted' where id = 'e2'`)
    // The route no longer knows what was taken in before.
    const painted = event('e2', 'T-1 painted 2023-03-09')
    expect(await append(painted)).toEqual(['already-there 2'])
    const appender = store.bulkAppender()
    const { fresh, alreadyThere, refusals } = await appender.append([
      ...many(0, 150),
      painted,
      event('e3', 'T-1 painted 2023-03-09'),
    ])
    await appender.commit()
    expect([fresh, alreadyThere, [...refusals.values()].map(({ code }) => code)]).toEqual([
      150,
      1,
      ['type-unknown'],
    ])
  })

  test('what is not committed leaves no trace, and lets others go on', async () => {
    await append(event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }))
    const appender = store.bulkAppender()
    await appender.append([event('e2', 'T-1 returned 2023-03-02')])
    await appender.append(many(0, 150))
    await appender.giveUp()
    expect(await append(event('e3', 'T-1 partLent 2023-03-03', { part: 'saw' }))).toEqual(['new 2'])
    await appender.append([event('e2', 'T-1 returned 2023-03-02')])
    await appender.commit()
    expect(await factsOf('T-1')).toHaveLength(4)
    expect(await store.verifyChain(3)).toMatchObject({ intact: true, eventsRead: 3 })
  })

  test('says how much there is of a route, and how far it reaches', async () => {
    await append(
      event('e1', 'T-1 lent 2023-03-01', { shop: 'north' }),
      event('e2', 'T-2 lent 2023-03-09', { shop: 'north' }, { recordedAt: '2023-03-10T08:00:00Z' }),
      event('e3', 'T-3 lent 2023-03-02', { shop: 'north' }),
      event('e4', 'T-3 retracted 2023-03-02', {}, { supersedes: 'e3' }),
    )
    const count = (await store.countByRoute()).get('tool')
    expect(count).toMatchObject({ trajectories: 2, events: 4 })
    expect(formatDay(count?.lastValidOn ?? (0 as never))).toBe('2023-03-09')
  })
})
