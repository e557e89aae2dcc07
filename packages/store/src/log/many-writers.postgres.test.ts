import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase, testServers } from '../testing/test-database.ts'
import { event, testPlans } from '../testing/test-route.ts'

const WRITERS = 8
const BATCHES = 25

describe.each(testServers())('many writers at once on $name', (server) => {
  let database: TestDatabase
  let store: Store
  beforeEach(async () => {
    database = await createTestDatabase(server)
    store = openStore(database, testPlans)
  })
  afterEach(() => database.drop())

  test('positions are gapless and in the order in which they can be seen', async () => {
    let writing = true
    const readings: { count: number; last: number }[] = []
    const read = async () => {
      while (writing) {
        const { rows } = await database.pool.query<{ count: string; last: string }>(
          'select count(*) as count, coalesce(max(position), 0) as last from tijdig.event',
        )
        readings.push({ count: Number(rows[0]?.count), last: Number(rows[0]?.last) })
      }
    }
    const readers = [read(), read()]
    const write = async (writer: number) => {
      for (let batch = 0; batch < BATCHES; batch++) {
        const shared = `S-${batch} lent 2023-03-01`
        await store.append([
          event(`w${writer}-${batch}-a`, shared, { shop: `shop ${writer}` }),
          // One in three is refused in the middle of the batch: it may not leave a gap.
          event(
            `w${writer}-${batch}-b`,
            `W${writer} ${batch % 3 ? 'lent' : 'painted'} 2023-03-02`,
            {
              shop: 'own',
            },
          ),
          // All bring in this one; one of them is first.
          event(`all-${batch}`, shared, { shop: 'all' }),
        ])
      }
    }
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
    writing = false
    await Promise.all(readers)

    // Whoever sees a position sees each one before it.
    expect(readings.filter(({ count, last }) => count !== last)).toEqual([])
    expect(new Set(readings.map(({ last }) => last)).size).toBeGreaterThan(WRITERS)
    const refused = Math.ceil(BATCHES / 3)
    const expected = WRITERS * (BATCHES + BATCHES - refused) + BATCHES
    expect(await store.head()).toMatchObject({ position: expected })
    const positions: number[] = []
    for await (const batch of store.readLog({})) {
      positions.push(...batch.map(({ position }) => position))
    }
    expect(positions).toEqual(Array.from({ length: expected }, (_, index) => index + 1))
    expect(await store.verifyChain(expected)).toMatchObject({ intact: true, eventsRead: expected })
  })

  test('a writer that breaks off leaves no gap, and keeps nobody waiting', async () => {
    await store.append([event('e1', 'T-1 lent 2023-03-01', { shop: 'north' })])
    const program = new URL('../testing/break-off-appending.ts', import.meta.url)
    const child = fork(program, [JSON.stringify(database.config)], {
      execArgv: ['--import', 'tsx'],
    })
    // It holds the head of the log and has written events, but did not commit them.
    await once(child, 'message')
    const waiting = store.append([event('e2', 'T-1 returned 2023-03-02')])
    child.kill('SIGKILL')
    expect(await waiting).toEqual([{ ok: true, value: { outcome: 'new', position: 2 } }])
    expect(await store.verifyChain(2)).toMatchObject({ intact: true, eventsRead: 2 })
  })
})
