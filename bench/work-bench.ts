import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { getDay, type Role } from '@tijdig/core'
import type { WorkQuery } from '@tijdig/store'
import { createRandom } from '../packages/core/src/testing/random.ts'
import { enter } from '../packages/store/src/testing/enter.ts'
import { milliseconds, quantile, type Row, time, times } from './measure.ts'
import { withAskingPeople } from './work-over-http.ts'
import type { Workplace } from './workplace.ts'

const PEOPLE = 50
const ASKED_BY_EACH = 12
/** Half-way the days on which the made-up trajectories began. */
const TODAY = getDay('2021-05-15')

type Ask = (query: WorkQuery) => Promise<unknown>
type Random = ReturnType<typeof createRandom>

/**
 * Work lists of organisations with hundreds of thousands of open terms, as fifty people at once ask
 * for them, beside one of them as a single SQL query over the events: in the store and over HTTP,
 * each again as soon as there is an answer, and each after thinking for one or two seconds.
 */
export async function benchWork(workplace: Workplace, trajectories: number): Promise<Row[]> {
  const who = Array.from({ length: PEOPLE }, (_, place) => ({
    role: (place % 5 === 0 ? 'team-lead' : 'worker') as Role,
    organisation: ['DJGB', 'WSS', 'LJR', 'OT'][place % 4] as string,
  }))
  const peer = await workplace.asOwner((client) =>
    times(3, () => client.query(WITHOUT_FACTS, [TODAY])),
  )
  const many = trajectories.toLocaleString('en')
  const row = (how: string, ms: readonly number[]): Row => ({
    what: `a work list over ${many} trajectories, with all its counts, ${how}, beside one SQL query over the events, alone (median, 95th percentile; load ${load()})`,
    ours: `${milliseconds(quantile(ms))}, ${milliseconds(quantile(ms, 0.95))}`,
    peer: milliseconds(quantile(peer)),
    ratio: `${(quantile(peer) / quantile(ms)).toFixed(1)} times faster`,
    aim: '95 % under 100 ms',
  })
  const threeWays = async (people: readonly Ask[], where: string): Promise<Row[]> => {
    const random = createRandom(17)
    const [first] = people
    if (!first) throw new Error('nobody came in')
    // Once each that does not count: the connections and their plans are there after.
    await Promise.all(people.map((ask) => ask(madeUpQuery(random))))
    const alone = await times(30, () => first(madeUpQuery(random)))
    return [
      row(`${where} for one person`, alone),
      row(
        `${where} for ${PEOPLE} people at once who ask on and on`,
        await together(people, random),
      ),
      row(
        `${where} for ${PEOPLE} people at once who think for 1 to 2 s between`,
        await together(people, random, () => 1000 + random.whole(1000)),
      ),
    ]
  }
  const owner = { asOwner: (sql: string) => workplace.asOwner((client) => client.query(sql)) }
  const visits: Ask[] = []
  for (const each of who) {
    const visit = workplace.store.visit(await enter(owner, each))
    visits.push((query) => visit.work(query))
  }
  return [
    ...(await threeWays(visits, 'in the store')),
    ...(await withAskingPeople(workplace, who, TODAY, (people) => threeWays(people, 'over HTTP'))),
  ]
}

/** How long each of the answers took. */
async function together(
  people: readonly Ask[],
  random: Random,
  think: () => number = () => 0,
): Promise<number[]> {
  const asked = people.map(() =>
    Array.from({ length: ASKED_BY_EACH }, () => ({ query: madeUpQuery(random), after: think() })),
  )
  const taken: number[] = []
  await Promise.all(
    people.map(async (ask, place) => {
      for (const { query, after } of asked[place] ?? []) {
        if (after > 0) await pause(after)
        taken.push(await time(() => ask(query)))
      }
    }),
  )
  return taken
}

/** How many processes wait for the processors, also those of others; where nothing tells, `unknown`. */
function load(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ', 1)[0] ?? ''
  } catch {
    return 'unknown'
  }
}

function madeUpQuery(random: Random): WorkQuery {
  const part = random.pick([undefined, 'overdue', 'today', 'week', 'later', 'waiting'] as const)
  const page = random.chance(0.8) ? 1 : 1 + random.whole(20)
  return { of: 'organisation', part, today: TODAY, page, pageSize: 25 }
}

/** The plans that are too late at one institution, and how many: it overlooks every correction. */
const WITHOUT_FACTS = `
  with own as (
    select e.trajectory,
      min(e.valid_on) filter (where e.type = 'orderImposed') + 42 as due_on,
      bool_or(e.type = 'planEstablished') as is_met, bool_or(e.type = 'orderEnded') as is_ended,
      bool_or(e.type = 'institutionNotified' and e.data ->> 'institution' = 'DJGB') as is_own
    from tijdig.event e join tijdig.trajectory t on t.number = e.trajectory and t.route = 'jbjr'
    group by e.trajectory
  )
  select t.id, o.due_on, count(*) over () as total
  from own o join tijdig.trajectory t on t.number = o.trajectory
  where o.is_own and not o.is_met and not o.is_ended and o.due_on < date '1970-01-01' + $1::integer
  order by o.due_on, o.trajectory limit 25`
