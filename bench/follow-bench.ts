import { join } from 'node:path'
import { type Event, getDay, getMoment } from '@tijdig/core'
import { FactsFile } from '@tijdig/figures'
import { createRandom } from '../packages/core/src/testing/random.ts'
import type { GeneratedLog } from './generated-log.ts'
import { milliseconds, type Row, time } from './measure.ts'
import { syntheticTrajectory } from './synthetic-log.ts'
import type { Workplace } from './workplace.ts'

/** Builds the facts file of a log, then measures being current again after a thousand more events. */
export async function benchFollow(
  workplace: Workplace,
  log: GeneratedLog,
  trajectories: number,
  tell: (sentence: string) => void,
): Promise<{ file: FactsFile; rows: Row[] }> {
  const opened = await FactsFile.open(join(workplace.folder, 'bench.duckdb'), workplace.plans)
  if (!opened.ok) throw new Error(opened.error.reason)
  const file = opened.value
  const rebuild = await time(() =>
    file.follow(log, undefined, ({ trajectories: done }) => {
      if (done % 100_000 === 0) tell(`facts of ${done} trajectories`)
    }),
  )
  log.append(moreEvents(trajectories))
  const follow = await time(() => file.follow(log))
  const row = {
    what: 'facts current again after 1,000 more events, beside building them anew',
    ours: milliseconds(follow),
    peer: milliseconds(rebuild),
    ratio: `${((follow / rebuild) * 100).toFixed(2)} %`,
    aim: 'at most 1 %',
  }
  return { file, rows: [row] }
}

/** A thousand events spread over all trajectories: what happened long ago, told now. */
function moreEvents(trajectories: number): Map<number, Event> {
  const random = createRandom(7)
  const more = new Map<number, Event>()
  while (more.size < 1000) {
    const number = 1 + random.whole(trajectories)
    const [first] = syntheticTrajectory(number - 1) as [Event]
    more.set(number, {
      id: `more-${number}`,
      trajectory: first.trajectory,
      route: first.route,
      type: first.route === 'ot' ? 'supportStarted' : 'helpStarted',
      validOn: getDay('2022-06-01'),
      recordedAt: getMoment('2023-06-01T12:00:00Z'),
      data: {},
    })
  }
  return more
}
