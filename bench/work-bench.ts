import { getDay, type Role } from '@tijdig/core'
import type { Visit, WorkQuery } from '@tijdig/store'
import { createRandom } from '../packages/core/src/testing/random.ts'
import { enter } from '../packages/store/src/testing/enter.ts'
import { milliseconds, quantile, type Row, time, times } from './measure.ts'
import type { Workplace } from './workplace.ts'

const PEOPLE = 50
const ASKED_BY_EACH = 12
/** Half-way the days on which the made-up trajectories began. */
const TODAY = getDay('2021-05-15')

/**
 * Work lists of organisations with hundreds of thousands of open terms, as fifty people at once ask
 * for them, beside one of them as a single SQL query over the events.
 */
export async function benchWork(workplace: Workplace, trajectories: number): Promise<Row[]> {
  const people = await comeIn(workplace)
  const random = createRandom(17)
  const queries = people.map(() => Array.from({ length: ASKED_BY_EACH }, () => madeUpQuery(random)))
  const ask = (visit: Visit, query: WorkQuery) => visit.work(query)
  const [first] = people
  if (!first) throw new Error('nobody came in')
  const alone = await times(30, () => ask(first, madeUpQuery(random)))
  const together: number[] = []
  await Promise.all(
    people.map(async (visit, place) => {
      for (const query of queries[place] ?? []) together.push(await time(() => ask(visit, query)))
    }),
  )
  const peer = await workplace.asOwner((client) =>
    times(3, () => client.query(WITHOUT_FACTS, [TODAY])),
  )
  const many = trajectories.toLocaleString('en')
  const row = (who: string, ms: readonly number[]): Row => ({
    what: `a work list over ${many} trajectories, with all its counts, ${who} (median, 95th percentile)`,
    ours: `${milliseconds(quantile(ms))}, ${milliseconds(quantile(ms, 0.95))}`,
    peer: milliseconds(quantile(peer)),
    ratio: `${(quantile(peer) / quantile(ms)).toFixed(0)} times faster`,
    aim: 'under 100 ms',
  })
  return [
    row('for one person, beside one SQL query over the events', alone),
    row(`for ${PEOPLE} people at once, beside one SQL query over the events, alone`, together),
  ]
}

async function comeIn(workplace: Workplace): Promise<Visit[]> {
  const owner = { asOwner: (sql: string) => workplace.asOwner((client) => client.query(sql)) }
  const people: Visit[] = []
  for (let count = 0; count < PEOPLE; count++) {
    const organisation = ['DJGB', 'WSS', 'LJR', 'OT'][count % 4] as string
    const role: Role = count % 5 === 0 ? 'team-lead' : 'worker'
    people.push(workplace.store.visit(await enter(owner, { role, organisation })))
  }
  return people
}

function madeUpQuery(random: ReturnType<typeof createRandom>): WorkQuery {
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
