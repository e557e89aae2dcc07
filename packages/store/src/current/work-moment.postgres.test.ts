import { addDays, type Day, type Event, FOREVER, getDay, type Moment } from '@tijdig/core'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { emptyLog } from '../testing/empty-log.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import { endOfWeek } from './work-page.ts'
import { WORK_PARTS, type WorkPart } from './work-query.ts'

const FIRST = getDay('2021-12-20')
/** A week after it was lent. */
const TERM = 7
const RECORDED = 20

let database: TestDatabase
let store: Store
let session: string
beforeAll(async () => {
  database = await createTestDatabase()
  session = await enter(database, { role: 'worker', organisation: 'a' })
})
beforeEach(async () => {
  await emptyLog(database)
  store = openStore(database, testPlans)
})
afterAll(() => database.drop())

function lent(trajectory: string, validOn: Day): Event {
  const recordedAt = 1_650_000_000_000_000 as Moment
  const data = { shop: 'a' }
  return {
    id: `l-${trajectory}`,
    trajectory,
    route: 'tool',
    type: 'lent',
    validOn,
    recordedAt,
    data,
  }
}

test('counts are right over months and years, on whichever day it is', async () => {
  const days = await fc.sample(fc.nat(800), { numRuns: 300, seed: 18 })
  await store.append(days.map((day, place) => lent(`T-${place}`, addDays(FIRST, day))))
  const visit = store.visit(session)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -40, max: 860 }), async (later) => {
      const today = addDays(FIRST, later)
      const sunday = endOfWeek(today)
      const expected = { overdue: 0, today: 0, week: 0, later: 0, waiting: 0 }
      for (const day of days) expected[partOf(addDays(FIRST, day + TERM), today, sunday)]++
      const { counts } = await visit.work({ of: 'organisation', today, page: 1, pageSize: 0 })
      expect(counts).toEqual(expected)
    }),
    { seed: 18, numRuns: 60 },
  )
})

function partOf(dueOn: Day, today: Day, sunday: Day): WorkPart {
  if (dueOn === FOREVER) return 'waiting'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= sunday ? 'week' : 'later'
}

test('counts and lines are of one moment, also while others record', async () => {
  const today = addDays(FIRST, 60)
  let recorded = 0
  const record = async () => {
    for (; recorded < RECORDED; recorded++) {
      await store.append([lent(`T-${recorded}`, addDays(FIRST, recorded))])
    }
  }
  const look = async () => {
    const visit = store.visit(session)
    let looks = 0
    while (recorded < RECORDED) {
      const part = WORK_PARTS[looks++ % WORK_PARTS.length]
      const asked = { of: 'organisation', part, today, page: 1, pageSize: 100 } as const
      const work = await visit.work(asked)
      expect(work.lines.length).toBe(work.counts[work.part])
    }
    return looks
  }
  const [looks] = await Promise.all([look(), look(), record()])
  expect(looks).toBeGreaterThan(0)
})
