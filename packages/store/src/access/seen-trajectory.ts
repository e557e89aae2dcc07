import { type Day, findDay, type Parties, type RecordedEvent, type Relation } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { dayColumn } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { type SeenRow, seenEventColumns, toSeenEvent } from './seen-event.ts'
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
    receiving: string | null
    fields: string[] | null
    until: Day | null
  }>`
    select organisation, team, receiving, fields, ${dayColumn('until')} as until
    from tijdig.seen_parties(${number})`.execute(connection)
  return {
    parties: rows.flatMap(({ organisation, team, receiving, fields }) =>
      fields === null ? [{ organisation, team, ...(receiving !== null && { receiving }) }] : [],
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
