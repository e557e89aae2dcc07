import { type Day, type Event, formatDay, formatMoment, type Moment } from '@tijdig/core'
import type { Kysely } from 'kysely'
import type { ClientBase } from 'pg'
import { dayColumn, momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'

/** How much there is of a route, and how far its record reaches. */
export interface RouteCount {
  /** Those of which an event is read now. */
  readonly trajectories: number
  readonly events: number
  readonly lastValidOn: Day | null
  readonly lastRecordedAt: Moment | null
}

/** What accepted events add to the totals of their routes. */
export class RouteTotals {
  readonly #totals = new Map<string, { events: number; validOn: Day; recordedAt: Moment }>()

  add(events: readonly Event[]): void {
    for (const { route, validOn, recordedAt } of events) {
      const total = this.#totals.get(route)
      if (!total) {
        this.#totals.set(route, { events: 1, validOn, recordedAt })
        continue
      }
      total.events++
      if (validOn > total.validOn) total.validOn = validOn
      if (recordedAt > total.recordedAt) total.recordedAt = recordedAt
    }
  }

  async write(client: ClientBase): Promise<void> {
    const rows = [...this.#totals]
    if (rows.length === 0) return
    await client.query(
      `insert into tijdig.route_total as t (route, events, last_valid_on, last_recorded_at)
      select * from unnest($1::text[], $2::bigint[], $3::date[], $4::timestamptz[])
      on conflict (route) do update set
        events = t.events + excluded.events,
        last_valid_on = greatest(t.last_valid_on, excluded.last_valid_on),
        last_recorded_at = greatest(t.last_recorded_at, excluded.last_recorded_at)`,
      [
        rows.map(([route]) => route),
        rows.map(([, total]) => total.events),
        rows.map(([, total]) => formatDay(total.validOn)),
        rows.map(([, total]) => formatMoment(total.recordedAt)),
      ],
    )
  }
}

export async function countByRoute(
  database: Kysely<Schema>,
): Promise<ReadonlyMap<string, RouteCount>> {
  const rows = await database
    .selectFrom('tijdig.route_total')
    .select([
      'route',
      'trajectories',
      'events',
      dayColumn('last_valid_on').as('last_valid_on'),
      momentColumn('last_recorded_at').as('last_recorded_at'),
    ])
    .execute()
  return new Map(
    rows.map((row) => [
      row.route,
      {
        trajectories: Number(row.trajectories),
        events: Number(row.events),
        lastValidOn: row.last_valid_on,
        lastRecordedAt: toMoment(row.last_recorded_at),
      },
    ]),
  )
}
