import type { Event } from '@tijdig/core'
import type { ClientBase } from 'pg'

/** How many events a trajectory has, of whatever kind. */
export async function countEvents(client: ClientBase, trajectory: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count
    from tijdig.event e join tijdig.trajectory t on t.number = e.trajectory where t.id = $1`,
    [trajectory],
  )
  return rows[0]?.count ?? 0
}

/** The places of events that the actor of the client's transaction may not record. */
export async function findForbidden(
  client: ClientBase,
  events: readonly Event[],
): Promise<Set<number>> {
  const { rows } = await client.query<{ place: string }>(
    `select e.place - 1 as place
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[])
      with ordinality as e(route, id, type, supersedes, data, place)
    where not tijdig.may_append(e.route, e.id, e.type, e.supersedes, e.data)`,
    [
      events.map(({ route }) => route),
      events.map(({ trajectory }) => trajectory),
      events.map(({ type }) => type),
      events.map(({ supersedes }) => supersedes ?? null),
      events.map(({ data }) => JSON.stringify(data)),
    ],
  )
  return new Set(rows.map(({ place }) => Number(place)))
}
