import type { Moment, Role } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type { Notice } from './visit.ts'

/** Breaks the glass; gives when it ends. PostgreSQL refuses who may not. */
export async function breakGlass(
  connection: Kysely<Schema>,
  route: string,
  trajectory: string,
  reason: string,
): Promise<{ readonly endsAt: Moment }> {
  const { rows } = await sql<{ ends_at: string }>`
    select ${momentColumn('ends_at')} as ends_at
    from tijdig.break_glass(${route}, ${trajectory}, ${reason}) as ends_at`.execute(connection)
  return { endsAt: toMoment(rows[0]?.ends_at ?? '') }
}

/** The broken glass of which the actor is told, the latest first. */
export async function listNotices(connection: Kysely<Schema>): Promise<readonly Notice[]> {
  const { rows } = await sql<{
    id: string
    route: string
    trajectory: string
    name: string
    role: Role
    organisation: string
    reason: string
    broken_at: string
    ends_at: string
    seen_at: string | null
  }>`
    select id, route, trajectory, name, role, organisation, reason,
      ${momentColumn('broken_at')} as broken_at, ${momentColumn('ends_at')} as ends_at,
      ${momentColumn('seen_at')} as seen_at
    from tijdig.own_notices()`.execute(connection)
  return rows.map((row) => ({
    id: row.id,
    route: row.route,
    trajectory: row.trajectory,
    by: { name: row.name, role: row.role, organisation: row.organisation },
    reason: row.reason,
    brokenAt: toMoment(row.broken_at),
    endsAt: toMoment(row.ends_at),
    seenAt: row.seen_at === null ? null : toMoment(row.seen_at),
  }))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function seeNotice(connection: Kysely<Schema>, id: string): Promise<boolean> {
  if (!UUID.test(id)) return false
  const { rows } = await sql<{ seen: boolean }>`select tijdig.see_notice(${id}) as seen`.execute(
    connection,
  )
  return rows[0]?.seen === true
}
