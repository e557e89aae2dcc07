import {
  type Day,
  type Event,
  findDay,
  type Parties,
  type RecordedEvent,
  type Relation,
} from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { dayColumn, momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type { SeenTrajectory, SharedLine } from './visit.ts'

/** One trajectory as far as the actor of this transaction may see it. */
export async function findSeenTrajectory(
  connection: Kysely<Schema>,
  route: string,
  id: string,
): Promise<SeenTrajectory | undefined> {
  const { rows } = await sql<{
    number: number
    relation: Relation
    state: string
    shared: string[]
  }>`select * from tijdig.find_trajectory(${route}, ${id})`.execute(connection)
  const found = rows[0]
  if (!found) return undefined
  const { number, relation, state, shared: sharedFields } = found
  const events = await readSeenEvents(connection, number, { route, trajectory: id })
  const parties = await readSeenParties(connection, number)
  return { id, route, relation, state, events, sharedFields, parties }
}

export interface SeenRow {
  readonly place: number
  readonly id: string
  readonly type: string
  readonly valid_on: Day
  readonly recorded_at: string
  readonly supersedes: string | null
  readonly data: Event['data']
  readonly superseders: readonly (readonly [place: number, recordedAt: number])[]
}

/** What `tijdig.seen_events` gives of an event. */
export function seenEventColumns(from: string) {
  const column = (name: string) => `${from}.${name}`
  return sql`${sql.ref(column('place'))}, ${sql.ref(column('id'))}, ${sql.ref(column('type'))},
    ${dayColumn(column('valid_on'))} as valid_on,
    ${momentColumn(column('recorded_at'))} as recorded_at, ${sql.ref(column('supersedes'))},
    ${sql.ref(column('data'))}, ${sql.ref(column('superseders'))}`
}

export function toSeenEvent(
  row: SeenRow,
  of: { readonly route: string; readonly trajectory: string },
): RecordedEvent {
  return {
    ...of,
    id: row.id,
    type: row.type,
    validOn: row.valid_on,
    recordedAt: toMoment(row.recorded_at),
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
    data: row.data,
    position: row.place,
    superseders: row.superseders.map(([position, recordedAt]) => ({
      position,
      recordedAt: toMoment(String(recordedAt)),
    })),
  }
}

async function readSeenEvents(
  connection: Kysely<Schema>,
  number: number,
  of: { readonly route: string; readonly trajectory: string },
): Promise<RecordedEvent[]> {
  const { rows } = await sql<SeenRow>`
    select ${seenEventColumns('e')} from tijdig.seen_events(${number}) e`.execute(connection)
  return rows.map((row) => toSeenEvent(row, of))
}

async function readSeenParties(connection: Kysely<Schema>, number: number): Promise<Parties> {
  const { rows } = await sql<{
    organisation: string
    team: string | null
    fields: string[] | null
    until: Day | null
  }>`
    select organisation, team, fields, ${dayColumn('until')} as until
    from tijdig.seen_parties(${number})`.execute(connection)
  return {
    parties: rows.flatMap(({ organisation, team, fields }) =>
      fields === null ? [{ organisation, team }] : [],
    ),
    shares: rows.flatMap(({ organisation, fields, until }) =>
      fields !== null && until !== null ? [{ organisation, fields, until }] : [],
    ),
  }
}

/** What is shared with the actor's organisation, with the fields that this actor may read. */
export async function listShared(
  connection: Kysely<Schema>,
  route: string,
): Promise<readonly SharedLine[]> {
  const { rows } = await sql<{ id: string; fields: string[]; until: string }>`
    select id, tijdig.seen_fields(number) as fields, until::text
    from tijdig.trajectory_share
    where route = ${route} and tijdig.relation(number) = 'shared'
    order by until, id`.execute(connection)
  return rows.map(({ id, fields, until }) => ({ id, route, fields, until: findDay(until) as Day }))
}
