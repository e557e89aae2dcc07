import {
  END_OF_TIME,
  type Event,
  isKnown,
  type Knowledge,
  type RecordedEvent,
  withSuperseders,
} from '@tijdig/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { untidyLog } from '../testing/random-events.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'

let database: TestDatabase
let store: Store
/** What went in, in the order of the log, with its superseders: worked out without the store. */
let logged: RecordedEvent[]

beforeAll(async () => {
  database = await createTestDatabase()
  store = openStore(database, testPlans)
  const [log] = fc
    .sample(untidyLog(200), { numRuns: 40, seed: 7 })
    .sort((a, b) => b.length - a.length)
  const results = await store.append(log as Event[])
  logged = withSuperseders(
    (log as Event[]).flatMap((event, place) => {
      const result = results[place]
      return result?.ok && result.value.outcome === 'new'
        ? [{ ...event, position: result.value.position }]
        : []
    }),
  )
})
afterAll(() => database.drop())

async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const batch of batches) all.push(...batch)
  return all
}

function expectedUpTo(upTo: number): Map<string, RecordedEvent[]> {
  const trajectories = new Map<string, RecordedEvent[]>()
  for (const { superseders, ...event } of logged) {
    if (event.position > upTo) continue
    const known = trajectories.get(event.trajectory) ?? []
    const counted = superseders.filter(({ position }) => position <= upTo)
    trajectories.set(event.trajectory, [...known, { ...event, superseders: counted }])
  }
  return trajectories
}

test('the log is long and untidy enough to tell anything', () => {
  expect(logged.length).toBeGreaterThan(60)
  expect(logged.filter(({ superseders }) => superseders.length > 0).length).toBeGreaterThan(10)
})

test.each([1, 10, 40, Number.MAX_SAFE_INTEGER])(
  'reads trajectories up to position %i, with the superseders that stood there',
  async (upTo) => {
    const expected = expectedUpTo(upTo)
    const read = await collect(store.readTrajectories(upTo))
    expect(new Map(read.map(({ id, events }) => [id, events]))).toEqual(expected)
    expect(read.map(({ number }) => number)).toEqual(read.map((_, index) => index + 1))
    const some = read.map(({ number }) => number).filter((number) => number % 2 === 0)
    const again = await collect(store.readTrajectoriesByNumber([...some, 4711, ...some], upTo))
    expect(again).toEqual(read.filter(({ number }) => some.includes(number)))
  },
)

test('reads events in the order of the log, from any position', async () => {
  const all = await collect(store.readLog({}))
  expect(all.map(({ hash: _, trajectoryNumber: __, ...event }) => event)).toEqual(
    logged.map(({ superseders: _, ...event }) => event),
  )
  const some = await collect(store.readLog({ after: 5, upTo: 9 }))
  expect(some).toEqual(all.slice(5, 9))
  expect(await collect(store.readLog({ after: 1_000_000 }))).toEqual([])
})

test('says the head as it was at a position', async () => {
  const all = await collect(store.readLog({}))
  expect(await store.headAt(7)).toEqual({
    identity: (await store.head()).identity,
    position: 7,
    hash: all[6]?.hash,
  })
  expect(await store.headAt(logged.length)).toEqual(await store.head())
  expect(await store.headAt(logged.length + 1)).toBeUndefined()
})

test('finds the trajectories of which one reading knows what the other does not', async () => {
  const numbers = new Map(
    (await collect(store.readTrajectories(Number.MAX_SAFE_INTEGER))).map(({ id, number }) => [
      id,
      number,
    ]),
  )
  const moments = [...logged.map(({ recordedAt }) => recordedAt), END_OF_TIME]
  const positions = [...logged.map(({ position }) => position), 0, Number.MAX_SAFE_INTEGER]
  const knowledge = fc.record({
    knownAt: fc.constantFrom(...moments),
    position: fc.constantFrom(...positions),
  })
  const naive = (a: Knowledge, b: Knowledge): (number | undefined)[] => {
    const differs = (one: Parameters<typeof isKnown>[0]) => isKnown(one, a) !== isKnown(one, b)
    const affected = logged
      .filter((event) => differs(event) || event.superseders.some(differs))
      .map(({ trajectory }) => numbers.get(trajectory))
    return [...new Set(affected)].sort((x, y) => (x ?? 0) - (y ?? 0))
  }
  await fc.assert(
    fc.asyncProperty(knowledge, knowledge, async (a, b) => {
      expect(await store.findAffected(a, b)).toEqual(naive(a, b))
    }),
    { numRuns: 150, seed: 20230331 },
  )
})

test('finds where a changed event breaks the chain', async () => {
  const broken = await createTestDatabase()
  const other = openStore(broken, testPlans)
  await other.append(logged.map(({ superseders: _, position: __, ...event }) => event))
  const { position } = await other.head()
  expect(await other.verifyChain(position)).toMatchObject({ intact: true, eventsRead: position })
  await broken.asOwner(
    `set session_replication_role = 'replica'; update tijdig.event set valid_on = valid_on + 1 where position = 9`,
  )
  expect(await other.verifyChain(position)).toEqual({ intact: false, eventsRead: 9, brokenAt: 9 })
  expect(await other.verifyChain(8)).toMatchObject({ intact: true, eventsRead: 8 })
  await broken.drop()
})

test('who stops reading half-way leaves a pool that still works', async () => {
  for (let turn = 0; turn < 30; turn++) {
    for await (const _ of store.readTrajectories(Number.MAX_SAFE_INTEGER)) break
    for await (const _ of store.readLog({})) break
  }
  expect((await store.head()).position).toBe(logged.length)
})
