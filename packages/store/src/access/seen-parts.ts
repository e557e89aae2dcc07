import type { RecordedEvent } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { type SeenRow, seenEventColumns, toSeenEvent } from './seen-event.ts'

/** Which parts of programmes are asked for. */
export interface PartsQuery {
  /** The routes of parts. */
  readonly routes: readonly string[]
  /** The code of one programme; left out: of all. */
  readonly programme?: string | undefined
}

/** A part with its events, as far as they may be seen. Positions count within the part. */
export interface SeenPart {
  readonly trajectory: string
  readonly route: string
  readonly events: readonly RecordedEvent[]
}

/** The parts that the actor of this transaction may see, whatever became of them since. */
export async function findSeenParts(
  connection: Kysely<Schema>,
  { routes, programme }: PartsQuery,
): Promise<SeenPart[]> {
  const { rows } = await sql<SeenRow & { readonly trajectory: string; readonly route: string }>`
    select p.id as trajectory, p.route, ${seenEventColumns('e')}
    from tijdig.seen_parts(${routes}::text[], ${programme ?? null}) p
      cross join lateral tijdig.seen_events(p.number) e
    order by p.route, p.id, e.place`.execute(connection)
  const parts = new Map<string, { trajectory: string; route: string; events: RecordedEvent[] }>()
  for (const { trajectory, route, ...row } of rows) {
    const name = `${route}\n${trajectory}`
    const part = parts.get(name) ?? { trajectory, route, events: [] }
    part.events.push(toSeenEvent(row, { route, trajectory }))
    parts.set(name, part)
  }
  return [...parts.values()]
}
