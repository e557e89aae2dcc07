import type { Purpose, Role } from '@tijdig/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TrajectoryQuery } from '../current/trajectory-query.ts'
import { openStore } from '../store.ts'
import { emptyLog } from '../testing/empty-log.ts'
import { enter } from '../testing/enter.ts'
import { type NaiveLine, NaiveLog } from '../testing/naive-log.ts'
import { untidyLog } from '../testing/random-events.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { guardedPlans } from '../testing/test-route.ts'

let database: TestDatabase
const sessions: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  for (const who of PEOPLE) sessions.push(await enter(database, who))
})
afterAll(() => database.drop())

interface Somebody {
  readonly role: Role
  readonly organisation: string
  readonly teams: readonly string[]
  readonly purpose: Purpose
}

const PEOPLE: readonly Somebody[] = [
  { role: 'worker', organisation: 'a', teams: [], purpose: 'help' },
  { role: 'worker', organisation: 'a', teams: ['x', 'y'], purpose: 'help' },
  { role: 'worker', organisation: 'b', teams: ['x'], purpose: 'help' },
  { role: 'team-lead', organisation: 'b', teams: ['x'], purpose: 'help' },
  { role: 'team-lead', organisation: 'c', teams: [], purpose: 'oversight' },
  { role: 'coordinator', organisation: 'c', teams: ['y'], purpose: 'coordination' },
  { role: 'provider', organisation: 'a', teams: ['x'], purpose: 'help' },
  { role: 'policy-officer', organisation: 'a', teams: ['x'], purpose: 'policy' },
  { role: 'worker', organisation: 'nowhere', teams: ['x'], purpose: 'help' },
]
const SEES = ['worker', 'team-lead', 'coordinator', 'provider']
const LEADS = ['team-lead', 'coordinator']

/** By hand, from the words of the route: who may see a line, and what of it. */
function maySee({ role, organisation, teams }: Somebody, { parties }: NaiveLine): boolean {
  const team = parties.get(organisation)
  if (team === undefined) return false
  return (team === null || teams.includes(team) ? SEES : LEADS).includes(role)
}
function mayReadColour({ role, purpose }: Somebody): boolean {
  return ['worker', 'team-lead'].includes(role) && purpose === 'help'
}

function naive(who: Somebody, lines: readonly NaiveLine[], query: TrajectoryQuery): NaiveLine[] {
  const { search = '', state, filter, sort, descending } = query
  const way = descending ? -1 : 1
  return lines
    .filter((one) => maySee(who, one))
    .filter(
      (one) =>
        one.id.toLowerCase().includes(search.toLowerCase()) &&
        (state === undefined || one.state === state) &&
        (!filter ||
          (filter.attribute === 'shop'
            ? one.shop.includes(filter.value)
            : mayReadColour(who) && one.colour.includes(filter.value))),
    )
    .sort((a, b) =>
      sort === 'id'
        ? way * (a.id < b.id ? -1 : 1)
        : way * (a[sort] - b[sort] || a.number - b.number),
    )
}

const asked = fc.record(
  {
    search: fc.constantFrom('t', 'T-', 't-1', '-3', 'nothing'),
    state: fc.constantFrom('lent', 'back', '', '*'),
    filter: fc.constantFrom(
      { attribute: 'shop', value: 'a' },
      { attribute: 'shop', value: 'b' },
      { attribute: 'colour', value: 'aa' },
      { attribute: 'colour', value: 'bb' },
      { attribute: '*', value: '*' },
    ),
    sort: fc.constantFrom('openedOn', 'stateSince', 'id'),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 3 }),
    pageSize: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['sort', 'descending', 'page', 'pageSize'] },
)

test('lists, counts, searches and filters tell everybody what a naive reading lets them see', async () => {
  const queries = fc.array(asked, { minLength: 6, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(untidyLog(50), queries, async (events, some) => {
      await emptyLog(database)
      const store = openStore(database, guardedPlans)
      const log = new NaiveLog()
      // In two goes: what moves between them moves from list to list.
      for (const batch of [events.slice(0, events.length / 2), events.slice(events.length / 2)]) {
        await store.append(batch)
        for (const event of batch) log.append(event)
      }
      const lines = log.listed()
      for (const [place, who] of PEOPLE.entries()) {
        const visit = store.visit(sessions[place] as string)
        const seen = lines.filter((one) => maySee(who, one))
        const onlyShared = new Set<string>()
        for (const { id } of lines) {
          const relation = (await visit.findTrajectory('tool', id))?.relation
          if (relation === 'shared') onlyShared.add(id)
          else expect(relation !== undefined, id).toBe(seen.some((one) => one.id === id))
        }
        const count = (await visit.countByRoute()).get('tool')?.trajectories ?? 0
        expect(count).toBe(seen.length)
        for (const each of some) {
          const query = { route: 'tool', ...each } as TrajectoryQuery
          // A filter that is none of the route's finds nothing.
          const expected = query.filter?.attribute === '*' ? [] : naive(who, lines, query)
          const page = await visit.trajectories(query)
          const at = (query.page - 1) * query.pageSize
          expect([page.total, page.lines.map(({ id }) => id)]).toEqual([
            expected.length,
            expected.slice(at, at + query.pageSize).map(({ id }) => id),
          ])
          for (const { id, attributes } of page.lines) {
            // What another team has and was shared besides, is seen as far as it was shared.
            if (onlyShared.has(id)) continue
            const line = lines.find((one) => one.id === id)
            expect([attributes.shop, [...(attributes.colour ?? [])].sort()]).toEqual([
              line?.shop,
              mayReadColour(who) ? line?.colour : [],
            ])
          }
        }
      }
    }),
    { numRuns: 40, seed: 20230407, endOnFailure: true },
  )
}, 240_000)
