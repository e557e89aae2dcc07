import type { Event, FoldPlan } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { deriveCurrent } from '../current/derive-current.ts'
import { canonicalForm } from './canonical-form.ts'
import type { AwaitedBy, Surroundings } from './examine-events.ts'
import { type KnownTrajectory, newTrajectory } from './known-trajectory.ts'
import type { PreparedEvents } from './prepare-events.ts'
import { readTrajectoryEvents } from './read-trajectory-events.ts'
import type { TrajectoryMemory } from './trajectory-memory.ts'

/**
 * All that must be known of the log to decide about a batch; brings trajectories into memory.
 * @param ids The events of which it is asked whether they are there.
 */
export async function lookUp(
  client: ClientBase,
  { events, refusals }: PreparedEvents,
  ids: readonly string[],
  memory: TrajectoryMemory,
  plans: ReadonlyMap<string, FoldPlan>,
): Promise<Pick<Surroundings, 'there' | 'superseded' | 'awaited'>> {
  const there = await findThere(client, ids)
  const fresh =
    there.size + refusals.size === 0
      ? events
      : events.filter((event, place) => !there.has(event.id) && !refusals.has(place))
  await remember(client, memory, plans, new Set(fresh.map((event) => event.trajectory)))
  const superseded = await findSuperseded(client, fresh, memory)
  await remember(client, memory, plans, new Set(superseded.values()))
  return { there, superseded, awaited: await findAwaited(client, fresh) }
}

async function findThere(
  client: ClientBase,
  ids: readonly string[],
): Promise<Map<string, { position: number; canonical: string }>> {
  const there = new Map<string, { position: number; canonical: string }>()
  if (ids.length === 0) return there
  const { rows } = await client.query<StoredRow>(
    `select e.position, e.id, t.id as trajectory, t.route, e.type,
      e.valid_on - date '1970-01-01' as valid_on,
      (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_at,
      e.supersedes, e.data
    from tijdig.event e join tijdig.trajectory t on t.number = e.trajectory
    where e.id = any($1)`,
    [ids],
  )
  for (const row of rows) {
    there.set(row.id, { position: Number(row.position), canonical: canonicalForm(toEvent(row)) })
  }
  return there
}

interface StoredRow {
  readonly position: string
  readonly id: string
  readonly trajectory: string
  readonly route: string
  readonly type: string
  readonly valid_on: number
  readonly recorded_at: string
  readonly supersedes: string | null
  readonly data: Event['data']
}

function toEvent(row: StoredRow): Event {
  return {
    id: row.id,
    trajectory: row.trajectory,
    route: row.route,
    type: row.type,
    validOn: row.valid_on as Event['validOn'],
    recordedAt: Number(row.recorded_at) as Event['recordedAt'],
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    data: row.data,
  }
}

/** Reads trajectories that are in the log but not in memory. */
async function remember(
  client: ClientBase,
  memory: TrajectoryMemory,
  plans: ReadonlyMap<string, FoldPlan>,
  ids: ReadonlySet<string>,
): Promise<void> {
  const missing = [...ids].filter((id) => !memory.get(id))
  if (missing.length === 0) return
  const { rows } = await client.query<{ number: number; id: string; route: string }>(
    'select number, id, route from tijdig.trajectory where id = any($1)',
    [missing],
  )
  if (rows.length === 0) return
  const found = new Map<number, KnownTrajectory>()
  for (const { number, id, route } of rows) {
    found.set(number, newTrajectory(number, id, route, plans.get(route)))
  }
  await readTrajectoryEvents(client, found)
  for (const trajectory of found.values()) {
    trajectory.written = deriveCurrent(trajectory.plan, trajectory.events)
    memory.add(trajectory)
  }
}

/** The trajectories of superseded events that stand elsewhere than where one would look first. */
async function findSuperseded(
  client: ClientBase,
  events: readonly Event[],
  memory: TrajectoryMemory,
): Promise<Map<string, string>> {
  const wanted = new Set<string>()
  for (const { supersedes, trajectory } of events) {
    if (supersedes === undefined) continue
    const own = memory.get(trajectory)?.events.some((event) => event.id === supersedes)
    if (!own) wanted.add(supersedes)
  }
  if (wanted.size === 0) return new Map()
  const { rows } = await client.query<{ id: string; trajectory: string }>(
    `select e.id, t.id as trajectory
    from tijdig.event e join tijdig.trajectory t on t.number = e.trajectory
    where e.id = any($1)`,
    [[...wanted]],
  )
  return new Map(rows.map((row) => [row.id, row.trajectory]))
}

async function findAwaited(
  client: ClientBase,
  events: readonly Event[],
): Promise<Map<string, AwaitedBy[]>> {
  const awaited = new Map<string, AwaitedBy[]>()
  const { rows: any } = await client.query('select from tijdig.awaited_event limit 1')
  if (any.length === 0) return awaited
  const { rows } = await client.query<{
    awaited: string
    position: string
    recorded_at: string
    id: string
    route: string
  }>(
    `select a.id as awaited, e.position, e.id, t.route,
      (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_at
    from tijdig.awaited_event a
      join tijdig.event e on e.position = a.by_position
      join tijdig.trajectory t on t.number = e.trajectory
    where a.id = any($1)
    order by e.position`,
    [events.map((event) => event.id)],
  )
  for (const row of rows) {
    const by = {
      id: row.id,
      route: row.route,
      position: Number(row.position),
      recordedAt: Number(row.recorded_at) as AwaitedBy['recordedAt'],
    }
    const known = awaited.get(row.awaited)
    if (known) known.push(by)
    else awaited.set(row.awaited, [by])
  }
  return awaited
}
