import { createHash } from 'node:crypto'
import type { FoldPlan } from '@tijdig/core'
import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import { newTrajectory } from '../log/known-trajectory.ts'
import { readTrajectories } from '../log/read-log.ts'
import { CurrentCounts } from './current-counts.ts'
import { deriveCurrent } from './derive-current.ts'
import { CurrentChanges } from './write-current.ts'

const DERIVED = [
  'current_fact',
  'audience',
  'trajectory_party',
  'trajectory_share',
  'trajectory_line',
  'trajectory_filter',
  'trajectory_count',
  'trajectory_search',
  'search_count',
  'audience_total',
  'work_line',
  'work_count',
  'work_month',
  'route_total',
  'current_definition',
]

/**
 * Makes all that holds now again from the log, in one transaction. Nobody appends meanwhile.
 * Gives the number of trajectories.
 */
export async function rebuildCurrent(
  pool: Pool,
  plans: ReadonlyMap<string, FoldPlan>,
  progress: (trajectories: number) => void = () => undefined,
): Promise<number> {
  const client = await pool.connect()
  try {
    const done = await inTransaction(client, async () => {
      const { rows } = await client.query<{ position: string }>(
        'select position from tijdig.lock_log()',
      )
      for (const table of DERIVED) await client.query(`delete from tijdig.${table}`)
      let count = 0
      const counts = new CurrentCounts()
      const changes = new CurrentChanges(counts)
      for await (const batch of readTrajectories(pool, Number(rows[0]?.position))) {
        for (const { number, id, route, events } of batch) {
          const plan = plans.get(route)
          changes.add(newTrajectory(number, id, route, plan), deriveCurrent(plan, events))
        }
        await changes.write(client)
        count += batch.length
        progress(count)
      }
      await client.query(`
        insert into tijdig.route_total (route, events, last_valid_on, last_recorded_at)
        select t.route, count(*), max(e.valid_on), max(e.recorded_at)
        from tijdig.event e join tijdig.trajectory t on t.number = e.trajectory
        group by t.route`)
      await counts.write(client)
      await client.query(
        `insert into tijdig.current_definition (route, hash)
        select * from unnest($1::text[], $2::text[])`,
        definitionHashes(plans),
      )
      return count
    })
    client.release()
    return done
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Makes what holds now again where a route's definition is another than it was derived by. */
export async function ensureCurrent(
  pool: Pool,
  plans: ReadonlyMap<string, FoldPlan>,
): Promise<void> {
  const [routes, hashes] = definitionHashes(plans)
  const { rows } = await pool.query<{ route: string; hash: string }>(
    'select route, hash from tijdig.current_definition',
  )
  const derivedBy = new Map(rows.map((row) => [row.route, row.hash]))
  if (routes.every((route, index) => derivedBy.get(route) === hashes[index])) return
  await rebuildCurrent(pool, plans)
}

function definitionHashes(plans: ReadonlyMap<string, FoldPlan>): [string[], string[]] {
  const routes = [...plans.keys()].sort()
  return [
    routes,
    routes.map((route) => {
      const plan = plans.get(route) as FoldPlan
      const { facts, filters, access, states, assigned } = plan.route
      const decreed = plan.calendarChanges.length > 0 ? plan.calendar.decreed : undefined
      const parties = access.parties
      const derivedBy = JSON.stringify({ facts, filters, parties, states, assigned, decreed })
      return createHash('sha256').update(derivedBy).digest('hex')
    }),
  ]
}
