import { join } from 'node:path'
import { FactsFile } from '@tijdig/figures'
import { compare } from './figures-bench.ts'
import { toEvent } from './generated-log.ts'
import { milliseconds, type Row, time } from './measure.ts'
import { createRandom } from './random.ts'
import { type SyntheticEvent, syntheticTrajectory } from './synthetic-log.ts'
import type { Workplace } from './workplace.ts'

/** So many events of each trajectory: enough for a line of the list, and for facts to follow. */
const FIRST_EVENTS = 3

/** Fills a log with the first events of made-up trajectories, in the order of their numbers. */
export async function fillLog(
  workplace: Workplace,
  trajectories: number,
  tell: (sentence: string) => void,
): Promise<number> {
  const appender = workplace.store.bulkAppender()
  let batch: SyntheticEvent[] = []
  let total = 0
  const send = async () => {
    const { fresh } = await appender.append(batch.map(toEvent))
    if (fresh < batch.length) throw new Error('a made-up event was refused')
    total += batch.length
    batch = []
  }
  for (let number = 0; number < trajectories; number++) {
    batch.push(...syntheticTrajectory(number).slice(0, FIRST_EVENTS))
    if (batch.length >= 50_000) await send()
    if (number % 100_000 === 0) tell(`${number} of ${trajectories} trajectories, ${total} events`)
  }
  await send()
  return total
}

/** Builds the facts file, then measures being current again after a thousand more events. */
export async function benchFollow(
  workplace: Workplace,
  trajectories: number,
  tell: (sentence: string) => void,
): Promise<Row[]> {
  const opened = await FactsFile.open(join(workplace.folder, 'bench.duckdb'), workplace.plans)
  if (!opened.ok) throw new Error(opened.error.reason)
  const file = opened.value
  const rebuild = await time(() =>
    file.follow(workplace.store, undefined, ({ trajectories: done }) => {
      if (done % 100_000 < 1000) tell(`facts of ${done} trajectories`)
    }),
  )
  await workplace.store.append(moreEvents(trajectories).map(toEvent))
  const follow = await time(() => file.follow(workplace.store))
  const compared = compare(
    'current again after 1,000 more events, beside building anew',
    follow,
    rebuild,
    'slower',
    0.01,
  )
  file.close()
  return [
    {
      ...compared,
      ratio: `${((follow / rebuild) * 100).toFixed(2)} %`,
      aim: 'at most 1 %',
      ours: milliseconds(follow),
    },
  ]
}

/** A thousand events spread over all trajectories: contacts that were made long ago, told now. */
function moreEvents(trajectories: number): SyntheticEvent[] {
  const random = createRandom(7)
  return Array.from({ length: 1000 }, (_, place) => {
    const [first] = syntheticTrajectory(random.whole(trajectories)) as [SyntheticEvent]
    const type = first.route === 'ot' ? 'supportStarted' : 'helpStarted'
    return {
      id: `more-${place}`,
      trajectory: first.trajectory,
      route: first.route,
      type,
      validOn: '2022-06-01',
      recordedAt: '2023-06-01T12:00:00Z',
    }
  })
}
