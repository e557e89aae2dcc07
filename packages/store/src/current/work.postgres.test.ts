import {
  addDays,
  createCalendar,
  createFoldPlan,
  currentFacts,
  type Day,
  days,
  defineRoute,
  type Event,
  FOREVER,
  field,
  formatDay,
  getDay,
  type RecordedEvent,
  type Role,
  withSuperseders,
} from '@tijdig/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arbitraryLog } from '../../../core/src/testing/arbitraries.ts'
import { openStore } from '../store.ts'
import { derivedTables } from '../testing/derived-tables.ts'
import { emptyLog } from '../testing/empty-log.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { toolRoute } from '../testing/test-route.ts'
import { WORK_OF, WORK_PARTS, type WorkOf, type WorkPart } from './work-query.ts'

/** Tools that are lent, reminded of and brought back; somebody looks after each. */
const route = defineRoute({
  ...toolRoute,
  code: 'watched',
  events: {
    ...toolRoute.events,
    takenOn: {
      label: 'Op zich genomen',
      fields: { who: { label: 'Wie', kind: 'code', required: true } },
    },
    paused: {
      label: 'Stilgezet',
      fields: { why: { label: 'Waarom', kind: 'code', required: true } },
    },
    resumed: { label: 'Hervat', fields: {} },
    reminded: { ...toolRoute.events.reminded, may: { roles: ['team-lead'] } },
  },
  order: [],
  facts: {
    ...toolRoute.facts,
    keeper: { kind: 'spell', label: 'Wie', opens: { takenOn: { who: field('who') } } },
    return: {
      ...toolRoute.facts.return,
      pause: { from: 'paused', until: 'resumed', reason: 'why', moves: 'as-long' },
    },
    reminder: { ...toolRoute.facts.return, code: 'TOOL-T2', to: 'reminded', term: days(3) },
  },
  assigned: { fact: 'keeper', attribute: 'who' },
})
const plan = createFoldPlan(route, createCalendar())

interface Somebody {
  readonly role: Role
  readonly organisation: string
  readonly teams: readonly string[]
}
const PEOPLE: readonly Somebody[] = [
  { role: 'worker', organisation: 'a', teams: [] },
  { role: 'worker', organisation: 'a', teams: ['x'] },
  { role: 'team-lead', organisation: 'a', teams: ['x'] },
  { role: 'team-lead', organisation: 'b', teams: [] },
  { role: 'policy-officer', organisation: 'a', teams: ['x'] },
]

let database: TestDatabase
const sessions: string[] = []
const codes: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  const store = openStore(database, [plan])
  for (const who of PEOPLE) {
    const session = await enter(database, who)
    sessions.push(session)
    const { person } = (await store.visit(session).actor()) ?? {}
    codes.push(`m-${String(person).slice(0, 8)}`)
  }
})
afterAll(() => database.drop())

const FIRST = getDay('2022-01-01')

/** Of the first two people, and of nobody here. */
const arbitraryEvents = fc.constant(undefined).chain(() =>
  arbitraryLog(
    'watched',
    [
      { type: 'lent', data: fc.record({ shop: fc.constantFrom('a', 'b', 'c') }) },
      { type: 'lent', data: fc.constant({ shop: 'a' }) },
      { type: 'returned', data: fc.constant({}) },
      { type: 'reminded', data: fc.constant({}) },
      { type: 'paused', data: fc.constant({ why: 'x' }) },
      { type: 'resumed', data: fc.constant({}) },
      { type: 'takenOn', data: fc.record({ who: fc.constantFrom(codes[0], codes[1], 'gone') }) },
      {
        type: 'partyJoined',
        data: fc.record({
          organisation: fc.constantFrom('a', 'b'),
          team: fc.constantFrom('x', 'y'),
        }),
      },
      { type: 'partyLeft', data: fc.record({ organisation: fc.constantFrom('a', 'b') }) },
    ] as Parameters<typeof arbitraryLog>[1],
    { trajectories: 12, length: 60 },
  ),
)

interface NaiveTerm {
  readonly id: string
  readonly fact: string
  readonly dueOn: Day
  readonly worker: string
  readonly teams: ReadonlyMap<string, string | null>
}

/** Every term that is still to be met, from the facts of each trajectory, one by one. */
function termsOf(events: readonly Event[]): NaiveTerm[] {
  const logged = events.map((event, place) => ({ ...event, position: place + 1 }))
  const read: RecordedEvent[] = withSuperseders(logged)
  const ids = [...new Set(events.map(({ trajectory }) => trajectory))]
  return ids.flatMap((id) => {
    const facts = currentFacts(
      plan,
      read.filter(({ trajectory }) => trajectory === id),
    )
    const attribute = (name: string, key = '') =>
      facts.find((fact) => fact.fact === name && (key === '' || fact.key === key))?.values
    if (attribute('state')?.[0] === 'back') return []
    const teams = new Map<string, string | null>()
    const shop = attribute('loan')?.[0]
    if (shop) teams.set(shop, null)
    for (const { fact, key, values } of facts) {
      if (fact !== 'party') continue
      const place = plan.facts.find(({ name }) => name === 'party')?.attributes.indexOf('team')
      teams.set(key, values[place ?? 0] ?? null)
    }
    return facts.flatMap(({ fact, dueOn, metOn }) =>
      dueOn !== null && metOn === null
        ? [{ id, fact, dueOn, worker: attribute('keeper')?.[0] ?? '', teams }]
        : [],
    )
  })
}

function naive(
  place: number,
  terms: readonly NaiveTerm[],
  of: WorkOf,
  part: WorkPart,
  today: Day,
): string[] {
  const who = PEOPLE[place] as Somebody
  const isLead = who.role === 'team-lead'
  if (who.role === 'policy-officer') return []
  return terms
    .filter(({ teams, worker }) => {
      const team = teams.get(who.organisation)
      if (team === undefined) return false
      const isOwn = team === null || who.teams.includes(team)
      if (!isOwn && !isLead) return false
      if (of === 'team') return team !== null && who.teams.includes(team)
      return of === 'organisation' || worker === codes[place]
    })
    .filter(({ fact, dueOn, teams }) => {
      const team = teams.get(who.organisation) ?? null
      const isOwn = team === null || who.teams.includes(team)
      const isMine = isOwn && (fact === 'return' || isLead)
      return part === partOf(isMine, dueOn, today)
    })
    .sort((a, b) => a.dueOn - b.dueOn)
    .map(({ id, fact, dueOn }) => `${id} ${fact} ${dueOn === FOREVER ? '-' : formatDay(dueOn)}`)
}

function partOf(isMine: boolean, dueOn: Day, today: Day): WorkPart {
  if (!isMine || dueOn === FOREVER) return 'waiting'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  // 2 January 2022 was a Sunday.
  const sundays = [1, 8, 15, 22, 29, 36, 43, 50].map((days) => addDays(FIRST, days))
  return dueOn <= (sundays.find((sunday) => sunday >= today) as Day) ? 'week' : 'later'
}

test('what is to be done is what the facts say, to everybody, and the counts agree with the lines', async () => {
  const asked = fc.record({
    of: fc.constantFrom(...WORK_OF),
    part: fc.constantFrom(...WORK_PARTS),
    today: fc.nat(40).map((more) => addDays(FIRST, more)),
  })
  let found = 0
  await fc.assert(
    fc.asyncProperty(
      arbitraryEvents,
      fc.array(asked, { minLength: 8, maxLength: 8 }),
      async (events, some) => {
        await emptyLog(database)
        const store = openStore(database, [plan])
        for (const batch of [events.slice(0, events.length / 2), events.slice(events.length / 2)])
          await store.append(batch)
        const terms = termsOf(events)
        for (const [place, session] of sessions.entries()) {
          for (const query of some) {
            const expected = naive(place, terms, query.of, query.part, query.today)
            const lines: string[] = []
            for (let page = 1; ; page++) {
              const work = await store.visit(session).work({ ...query, page, pageSize: 4 })
              expect(work.counts[query.part]).toBe(expected.length)
              lines.push(
                ...work.lines.map(
                  ({ id, fact, dueOn }) =>
                    `${id} ${fact} ${dueOn === null ? '-' : formatDay(dueOn)}`,
                ),
              )
              if (work.lines.length < 4) break
            }
            const day = (line: string) => line.split(' ')[2]
            expect(lines.map(day)).toEqual(expected.map(day))
            expect([...lines].sort()).toEqual([...expected].sort())
            found += lines.length
          }
        }
        const ask = async (text: string) => (await database.pool.query(text)).rows
        const followed = await derivedTables(ask)
        await store.rebuildCurrentFacts()
        expect(await derivedTables(ask)).toEqual(followed)
      },
    ),
    { seed: 20230331, numRuns: 12 },
  )
  expect(found).toBeGreaterThan(100)
})

test('a line says to whom it is assigned, by name where that is one’s own colleague', async () => {
  await emptyLog(database)
  const store = openStore(database, [plan])
  const base = {
    route: 'watched',
    validOn: FIRST,
    recordedAt: 1_650_000_000_000_000 as Event['recordedAt'],
  }
  await store.append([
    { ...base, id: 'l1', trajectory: 'T1', type: 'lent', data: { shop: 'a' } },
    { ...base, id: 'k1', trajectory: 'T1', type: 'takenOn', data: { who: codes[1] as string } },
    { ...base, id: 'l2', trajectory: 'T2', type: 'lent', data: { shop: 'a' } },
    { ...base, id: 'k2', trajectory: 'T2', type: 'takenOn', data: { who: 'gone' } },
    { ...base, id: 'l3', trajectory: 'T3', type: 'lent', data: { shop: 'a' } },
  ])
  const query = { of: 'organisation', part: 'overdue', today: addDays(FIRST, 60) } as const
  const { lines } = await store
    .visit(sessions[0] as string)
    .work({ ...query, page: 1, pageSize: 9 })
  expect(lines.map(({ id, worker, state, startedOn }) => [id, worker, state, startedOn])).toEqual([
    ['T1', { code: codes[1], name: 'worker van a', isMe: false }, 'lent', FIRST],
    ['T2', { code: 'gone', name: null, isMe: false }, 'lent', FIRST],
    ['T3', null, 'lent', FIRST],
  ])
})

test('colleagues are those of the own organisation', async () => {
  const store = openStore(database, [plan])
  const colleagues = await store.visit(sessions[3] as string).colleagues()
  expect(colleagues.map(({ code, role }) => [code, role])).toEqual([[codes[3], 'team-lead']])
})
