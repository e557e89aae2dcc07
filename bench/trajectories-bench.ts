import type { TrajectoryQuery } from '@tijdig/store'
import { milliseconds, quantile, type Row, time } from './measure.ts'
import { createRandom } from './random.ts'
import type { Workplace } from './workplace.ts'

/** Pages of the list of trajectories as people ask for them: sorted, filtered, searched, further on. */
export async function benchTrajectories(
  workplace: Workplace,
  trajectories: number,
  asked: number,
): Promise<Row[]> {
  await workplace.asOwner((client) => client.query('VACUUM ANALYZE'))
  const random = createRandom(11)
  const taken: number[] = []
  for (let count = 0; count < asked + 20; count++) {
    const query = madeUpQuery(random, trajectories)
    const ms = await time(() => workplace.store.trajectories(query))
    if (count >= 20) taken.push(ms)
  }
  return [
    {
      what: `a page of ${trajectories.toLocaleString('en')} trajectories, with its total (median | 95th percentile)`,
      ours: `${milliseconds(quantile(taken))} | ${milliseconds(quantile(taken, 0.95))}`,
      peer: '-',
      ratio: '-',
      aim: 'quick',
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
      return { ...query, state: random.pick(['running', 'registered', 'completed']) }
    case 2:
      return { ...query, filter: { attribute: 'region', value: `R${10 + random.whole(30)}` } }
    case 3:
      return { ...query, search: String(random.whole(trajectories)).padStart(8, '0').slice(0, 7) }
    default:
      return {
        ...query,
        state: 'running',
        filter: { attribute: 'channel', value: random.pick(['direct', 'professional']) },
      }
  }
}
