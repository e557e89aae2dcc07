import type { Event } from '@tijdig/core'
import type { TrajectoryQuery } from '@tijdig/store'
import { createRandom } from '../packages/core/src/testing/random.ts'
import { enter } from '../packages/store/src/testing/enter.ts'
import { milliseconds, quantile, type Row, time } from './measure.ts'
import { syntheticTrajectory } from './synthetic-log.ts'
import type { Workplace } from './workplace.ts'

/** So many events of each trajectory: enough for a line of the list with its state and terms. */
const FIRST_EVENTS = 2

/** Fills a log with the first events of made-up trajectories, in the order of their numbers. */
export async function fillLog(
  workplace: Workplace,
  trajectories: number,
  tell: (sentence: string) => void,
): Promise<void> {
  const appender = workplace.store.bulkAppender()
  for (let from = 0; from < trajectories; from += 10_000) {
    const batch: Event[] = []
    for (let number = from; number < Math.min(from + 10_000, trajectories); number++) {
      batch.push(...syntheticTrajectory(number).slice(0, FIRST_EVENTS))
    }
    const { fresh } = await appender.append(batch)
    if (fresh < batch.length) throw new Error('a made-up event was refused')
    await appender.commit()
    if (from % 100_000 === 0) tell(`${from} of ${trajectories} trajectories in the log`)
  }
  await workplace.asOwner((client) => client.query('VACUUM ANALYZE'))
}

/** Makes the organisation of the applicant's residence party too, beside the one that is to all. */
export const RESTRICTED_PARTIES = {
  ot: [{ fact: 'registration', attribute: 'residence' }],
} as const

/**
 * Pages of the list of trajectories as people ask for them (sorted, filtered, searched, further on):
 * somebody whose organisation is party to all, and somebody whose organisation is not.
 */
export async function benchTrajectories(
  workplace: Workplace,
  trajectories: number,
  asked: number,
): Promise<Row[]> {
  const owner = {
    asOwner: (sql: string) => workplace.asOwner((client) => client.query(sql)),
  }
  const [all, some] = await Promise.all(
    ['OT', 'Drenthe'].map(async (organisation) =>
      workplace.store.visit(await enter(owner, { role: 'worker', organisation })),
    ),
  )
  if (!all || !some) throw new Error('nobody came in')
  const random = createRandom(11)
  const taken: { all: number[]; some: number[] } = { all: [], some: [] }
  for (let count = 0; count < asked + 20; count++) {
    const query = madeUpQuery(random, trajectories)
    const [ofAll, ofSome] = [
      await time(() => all.trajectories(query)),
      await time(() => some.trajectories(query)),
    ]
    if (count < 20) continue
    taken.all.push(ofAll)
    taken.some.push(ofSome)
  }
  const row = (what: string, ms: readonly number[]) => ({
    what: `a page of ${trajectories.toLocaleString('en')} trajectories, with its total, for ${what} (median, 95th percentile)`,
    ours: `${milliseconds(quantile(ms))}, ${milliseconds(quantile(ms, 0.95))}`,
    peer: '-',
    ratio: '-',
    aim: 'quick',
  })
  return [
    row('who may see all', taken.all),
    {
      ...row('who may see a sixth', taken.some),
      peer: `${milliseconds(quantile(taken.all))}, ${milliseconds(quantile(taken.all, 0.95))}`,
      ratio: `${(quantile(taken.some) / quantile(taken.all)).toFixed(2)}, ${(
        quantile(taken.some, 0.95) / quantile(taken.all, 0.95)
      ).toFixed(2)}`,
      aim: 'at most 1.5',
    },
  ]
}

function madeUpQuery(
  random: ReturnType<typeof createRandom>,
  trajectories: number,
): TrajectoryQuery {
  const sort = random.pick(['openedOn', 'stateSince', 'id'] as const)
  const query = { route: 'ot', sort, descending: random.chance(0.5), page: 1, pageSize: 25 }
  switch (random.whole(5)) {
    case 0:
      return { ...query, page: 1 + random.whole(40) }
    case 1:
      return { ...query, state: random.pick(['registered', 'under-investigation']) }
    case 2:
      return {
        ...query,
        filter: { attribute: 'residence', value: random.pick(['Drenthe', 'Zeeland']) },
      }
    case 3:
      return { ...query, search: String(random.whole(trajectories)).padStart(8, '0').slice(0, 7) }
    default:
      return {
        ...query,
        state: 'registered',
        filter: { attribute: 'channel', value: random.pick(['direct', 'professional']) },
      }
  }
}
