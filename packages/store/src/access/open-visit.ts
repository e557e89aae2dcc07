import type { FoldPlan, OrganisationKind, Purpose, Role } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { told } from '../audit/told.ts'
import { findCases } from '../current/find-cases.ts'
import { findTrajectoryPage } from '../current/trajectory-page.ts'
import { lookAtWork } from '../current/work-page.ts'
import { findWorkers } from '../current/worker-names.ts'
import { dayColumn, momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { listDeliveries, listFailures } from '../delivery/deliveries.ts'
import { findPublication } from '../publication/publications.ts'
import { askedOfList } from './asked-of-list.ts'
import { breakGlass, listNotices, seeNotice } from './glass.ts'
import { recordEvents } from './record-events.ts'
import { findSeenParts } from './seen-parts.ts'
import { findSeenTrajectory, listShared } from './seen-trajectory.ts'
import { beginAs, inSession } from './session.ts'
import type { Actor, Colleague, SeenRoute, Visit } from './visit.ts'

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

/**
 * @param session SHA-256 of the token in hex; any other text is a bug.
 * @param address Where it is asked from, for the audit.
 */
export function openVisit(
  { pool, actors, plans, ready }: Door,
  session: string,
  address?: string,
): Visit {
  beginAs(session)
  const read = async <T>(of: (connection: Kysely<Schema>) => Promise<T>): Promise<T> => {
    await ready()
    return inSession(actors, session, 'read only', of)
  }
  /** In the same transaction: what cannot be told afterwards is not shown and not done. */
  const tell = async <T>(
    of: (connection: Kysely<Schema>) => Promise<T>,
    entry: (result: T) => AuditEntry,
  ): Promise<T> => {
    await ready()
    return told(actors, { session, address }, of, entry)
  }
  return {
    async actor() {
      await ready()
      return findActor(actors, session)
    },
    trajectories: (query) =>
      tell(
        (connection) => findTrajectoryPage(connection, plans.get(query.route), query),
        ({ total, lines }) => ({
          kind: 'list',
          outcome: total === 0 ? 'nothing' : 'done',
          route: query.route,
          detail: { ...askedOfList(query, total), shown: lines.map(({ id }) => id) },
        }),
      ),
    cases: (asked) =>
      tell(
        (connection) => findCases(connection, asked),
        ({ total, cases }) => ({
          kind: 'list',
          outcome: total === 0 ? 'nothing' : 'done',
          route: asked.route,
          detail: { ...asked.about, page: asked.page, shown: cases.map(({ id }) => id) },
        }),
      ),
    parts: (query) =>
      tell(
        (connection) => findSeenParts(connection, query),
        (parts) => ({
          kind: 'list',
          outcome: parts.length === 0 ? 'nothing' : 'done',
          detail: { programme: query.programme ?? null, parts: parts.length },
        }),
      ),
    async work(query) {
      await ready()
      return lookAtWork(actors, { session, address }, query)
    },
    colleagues: () => read(listColleagues),
    workers: (codes) => read((connection) => findWorkers(connection, codes)),
    countByRoute: () => read(countSeenByRoute),
    findTrajectory: (route, id) =>
      tell(
        (connection) => findSeenTrajectory(connection, route, id),
        (seen) => ({
          kind: 'look',
          outcome: seen ? 'done' : 'nothing',
          route,
          trajectory: id,
          ...(seen && { detail: { relation: seen.relation } }),
        }),
      ),
    shared: (route) =>
      tell(
        (connection) => listShared(connection, route),
        (lines) => ({
          kind: 'shared-list',
          outcome: lines.length === 0 ? 'nothing' : 'done',
          route,
          detail: { relation: 'shared', shown: lines.map(({ id }) => id) },
        }),
      ),
    async record(events, seen) {
      await ready()
      return recordEvents({ pool, actors, plans, session, address }, events, seen)
    },
    breakGlass: (route, id, reason) =>
      tell(
        (connection) => breakGlass(connection, route, id, reason),
        () => ({ kind: 'glass', outcome: 'done', route, trajectory: id }),
      ),
    deliveries: () =>
      read(async (connection) => ({
        lines: await listDeliveries(connection),
        failures: await listFailures(connection),
      })),
    findDelivery: (number) =>
      tell(
        async (connection) => {
          const found = await findPublication(connection, number)
          return found?.delivered && found
        },
        (found) => ({
          kind: 'publication',
          outcome: found ? 'done' : 'nothing',
          ...(found && { route: found.route }),
          detail: { delivery: number },
        }),
      ),
    notices: () =>
      tell(listNotices, (notices) => ({
        kind: 'notices',
        outcome: notices.length === 0 ? 'nothing' : 'done',
        detail: { notices: notices.map(({ id }) => id) },
      })),
    seeNotice: (id) =>
      tell(
        (connection) => seeNotice(connection, id),
        (seen) => ({ kind: 'notice-seen', outcome: seen ? 'done' : 'nothing', detail: { id } }),
      ),
  }
}

async function listColleagues(connection: Kysely<Schema>): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`select * from tijdig.own_colleagues()`.execute(connection)
  return rows
}

/** At the beginning of each request: one statement, that is a transaction by itself. */
async function findActor(actors: Kysely<Schema>, session: string): Promise<Actor | undefined> {
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
  }>`select * from tijdig.actor_of(${session})`.execute(actors)
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
