import { formatDay } from '@tijdig/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { derivedTables } from '../testing/derived-tables.ts'
import { emptyLog } from '../testing/empty-log.ts'
import { NaiveLog } from '../testing/naive-log.ts'
import { untidyLog } from '../testing/random-events.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const derived = () => derivedTables((sql) => database.asOwner(sql))

async function factLines(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const batch of store.readTrajectories(Number.MAX_SAFE_INTEGER)) {
    for (const { number, id } of batch) {
      for (const one of await store.currentFacts(number)) {
        const days = [one.validFrom, one.dueOn, one.metOn].map((day) =>
          day === null ? '-' : formatDay(day),
        )
        lines.push([id, one.fact, one.key, JSON.stringify(one.attributes), ...days].join(' '))
      }
    }
  }
  return lines.sort()
}

async function emptied(): Promise<Store> {
  await emptyLog(database)
  return openStore(database, testPlans)
}

test('following an untidy log, in any batches, says what a naive reading and a rebuild say', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(untidyLog(40), sizes, async (events, batchSizes) => {
      const store = await emptied()
      const naive = new NaiveLog()
      const appender = store.bulkAppender()
      let at = 0
      for (let turn = 0; at < events.length; turn++) {
        const batch = events.slice(at, at + (batchSizes[turn % batchSizes.length] as number))
        at += batch.length
        const expected = batch.map((event) => naive.append(event))
        const { refusals, fresh, alreadyThere } = await appender.append(batch)
        const isThere = (code: string) => code === 'already-there'
        expect(batch.map((_, place) => refusals.get(place)?.code)).toEqual(
          expected.map((code) => (code === 'new' || isThere(code) ? undefined : code)),
        )
        expect([fresh, alreadyThere]).toEqual([
          expected.filter((code) => code === 'new').length,
          expected.filter(isThere).length,
        ])
        // Some batches stand for good together with the next.
        if (turn % 3 > 0) await appender.commit()
      }
      await appender.commit()
      expect(await factLines(store)).toEqual(naive.facts())
      const followed = await derived()
      await store.rebuildCurrentFacts()
      expect(await derived()).toEqual(followed)
      expect(await store.verifyChain(naive.events.length)).toMatchObject({ intact: true })
    }),
    { numRuns: 60, seed: 20230331 },
  )
}, 240_000)

test('another definition of a route derives again what holds, at the next opening', async () => {
  const store = await emptied()
  const { event, toolRoute } = await import('../testing/test-route.ts')
  await store.append([event('e1', 'T-1 lent 2023-03-01', { shop: 'north' })])
  const { createCalendar, createFoldPlan } = await import('@tijdig/core')
  const { loan, ...facts } = toolRoute.facts
  const changed = { ...toolRoute, facts: { ...facts, borrowing: loan }, filters: {} }
  const reopened = openStore(database, [createFoldPlan(changed, createCalendar())])
  expect((await reopened.currentFacts(1)).map(({ fact }) => fact)).toEqual([
    'borrowing',
    'return',
    'state',
  ])
  await reopened.append([event('e2', 'T-1 returned 2023-03-02')])
  expect((await reopened.currentFacts(1)).find(({ fact }) => fact === 'state')).toMatchObject({
    attributes: { state: 'back' },
  })
})
