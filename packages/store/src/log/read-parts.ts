import type { TrajectoryEvents } from '@tijdig/core'
import type { Pool } from 'pg'
import { readTrajectoriesByNumber } from './read-log.ts'

/** The parts of one programme, whatever became of them since, up to a position of the log. */
export async function readParts(
  pool: Pool,
  routes: readonly string[],
  programme: string,
  upTo: number,
): Promise<TrajectoryEvents[]> {
  const { rows } = await pool.query<{ number: number }>(
    `select t.number from tijdig.trajectory t
     where t.route = any ($1) and t.number in (
       select e.trajectory from tijdig.event e
       where e.data ->> 'programme' = $2 and e.position <= $3)`,
    [routes, programme, upTo],
  )
  const parts: TrajectoryEvents[] = []
  const numbers = rows.map(({ number }) => number)
  for await (const batch of readTrajectoriesByNumber(pool, numbers, upTo)) parts.push(...batch)
  return parts
}
