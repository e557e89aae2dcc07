import type { FoldPlan, OrganisationKind, Purpose, Role } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import { findTrajectoryPage } from '../current/trajectory-page.ts'
import { dayColumn, momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { breakGlass, listNotices, seeNotice } from './glass.ts'
import { recordEvents } from './record-events.ts'
import { findSeenTrajectory, listShared } from './seen-trajectory.ts'
import { beginAs, inSession } from './session.ts'
import type { Actor, SeenRoute, Visit } from './visit.ts'

/** What visits have in common. */
export interface Door {
  /** For what the program itself does. */
  readonly pool: Pool
  /** Of the pool of actors. */
  readonly actors: Kysely<Schema>
  readonly plans: ReadonlyMap<string, FoldPlan>
  /** Sees to it that what holds now, and who may see it, is in its tables. */
  readonly ready: () => Promise<void>
}

/** @param session SHA-256 of the token in hex; any other text is a bug. */
export function openVisit({ pool, actors, plans, ready }: Door, session: string): Visit {
  beginAs(session)
  const work = async <T>(
    mode: 'read only' | 'read write',
    of: (connection: Kysely<Schema>) => Promise<T>,
  ): Promise<T> => {
    await ready()
    return inSession(actors, session, mode, of)
  }
  const read = <T>(of: (connection: Kysely<Schema>) => Promise<T>) => work('read only', of)
  const write = <T>(of: (connection: Kysely<Schema>) => Promise<T>) => work('read write', of)
  return {
    actor: () => read(findActor),
    trajectories: (query) =>
      read((connection) => findTrajectoryPage(connection, plans.get(query.route), query)),
    countByRoute: () => read(countSeenByRoute),
    findTrajectory: (route, id) => read((connection) => findSeenTrajectory(connection, route, id)),
    shared: (route) => read((connection) => listShared(connection, route)),
    async record(events) {
      await ready()
      return recordEvents(pool, plans, session, events)
    },
    breakGlass: (route, id, reason) =>
      write((connection) => breakGlass(connection, route, id, reason)),
    notices: () => read(listNotices),
    seeNotice: (id) => write((connection) => seeNotice(connection, id)),
  }
}

async function findActor(connection: Kysely<Schema>): Promise<Actor | undefined> {
  const { rows } = await sql<{
    person: string | null
    key: string | null
    appointment: string | null
    organisation: string
    kind: OrganisationKind
    role: Role
    purpose: Purpose
    teams: string[]
    scopes: string[] | null
  }>`select * from tijdig.find_actor()`.execute(connection)
  return rows[0]
}

async function countSeenByRoute(
  connection: Kysely<Schema>,
): Promise<ReadonlyMap<string, SeenRoute>> {
  const { rows } = await sql<{
    route: string
    trajectories: string
    last_valid_on: SeenRoute['lastValidOn']
    last_recorded_at: string | null
  }>`
    select o.route, coalesce(sum(c.trajectories), 0) as trajectories,
      max(${dayColumn('t.last_valid_on')}) as last_valid_on,
      max(${momentColumn('t.last_recorded_at')}) as last_recorded_at
    from tijdig.own_audiences() o
      left join tijdig.trajectory_count c on c.audience = o.name
        and c.state = '*' and c.attribute = '*' and c.value = '*'
      left join tijdig.audience_total t on t.audience = o.name
    group by o.route`.execute(connection)
  return new Map(
    rows.map((row) => [
      row.route,
      {
        trajectories: Number(row.trajectories),
        lastValidOn: row.last_valid_on,
        lastRecordedAt: row.last_recorded_at === null ? null : toMoment(row.last_recorded_at),
      },
    ]),
  )
}
