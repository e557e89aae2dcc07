import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/**
 * Why something deserves a look, which is not to say that it was wrong:
 * `glass`: the glass was broken.
 * `many`: in one clock hour ten or more different families, and more than three times as many as
 * the person looked at on average in the other hours of these days in which that one looked at any.
 * `hours`: looks outside 07:00-20:00 or in the weekend, by person and day.
 * `after-refusal`: a look at a family within a day after the same person was refused it.
 */
type UnusualKind = 'glass' | 'many' | 'hours' | 'after-refusal'

export interface Unusual {
  readonly kind: UnusualKind
  /** ISO 8601 in UTC: of the first of its records. */
  readonly at: string
  readonly person: { readonly id: string; readonly name: string }
  readonly route: string | null
  /** The one family that it is about; null where there are more. */
  readonly trajectory: string | null
  /** How many different families. */
  readonly families: number
  /** Of `many`: how many it were on average in other hours, to one decimal. */
  readonly usual: number | null
  /** The numbers of the records by which it is. */
  readonly records: readonly string[]
}

const MOST = 200

/** Of the last thirty days, of what the actor may read; the latest first. */
export async function findUnusual(connection: Kysely<Schema>): Promise<readonly Unusual[]> {
  const { rows } = await sql<{
    kind: UnusualKind
    at: string
    person: string
    name: string
    route: string | null
    trajectory: string | null
    families: number
    usual: number | null
    records: string[]
  }>`
    with seen as materialized (
      select number, chain, position, at, at at time zone 'Europe/Amsterdam' as here,
        record -> 'user' ->> 'UserID' as person,
        coalesce(record -> 'user' ->> 'UserName', record -> 'user' ->> 'UserID') as name,
        record -> 'event' ->> 'EventTypeCode' as kind,
        record -> 'event' ->> 'EventOutcomeIndicator' = '0' as done,
        record -> 'participantObject' -> 0 ->> 'ParticipantObjectIDTypeCode' as route,
        record -> 'participantObject' -> 0 ->> 'ParticipantObjectID' as trajectory
      from tijdig.read_audit(null, null, null, now() - interval '30 days', null, null,
        null, null, null)
    ), look as materialized (
      select * from seen where kind in ('look', 'persons') and done and trajectory is not null
    ), hour as (
      select person, date_trunc('hour', here) as began, min(at) as at, max(name) as name,
        max(route) as route, count(distinct (route, trajectory))::int as families,
        array_agg(number order by at, chain, position) as records
      from look group by person, date_trunc('hour', here)
    ), compared as (
      select h.*, coalesce(avg(o.families), 0) as usual
      from hour h left join hour o on o.person = h.person and o.began <> h.began
      where h.families >= 10
      group by h.person, h.began, h.at, h.name, h.route, h.families, h.records
    ), unusual as (
      select 'glass' as kind, at, person, name, route, trajectory, 1 as families,
        null::numeric as usual, array[number] as records
      from seen where kind = 'glass' and done
      union all
      select 'many', at, person, name, route, null, families, usual, records
      from compared where families > 3 * usual
      union all
      select 'hours', min(at), person, max(name), max(route),
        case when count(distinct (route, trajectory)) = 1 then max(trajectory) end,
        count(distinct (route, trajectory))::int, null,
        array_agg(number order by at, chain, position)
      from look
      where extract(isodow from here) > 5 or here::time < '07:00' or here::time >= '20:00'
      group by person, here::date
      union all
      select 'after-refusal', l.at, l.person, l.name, l.route, l.trajectory, 1, null,
        array[(array_agg(r.number order by r.at desc))[1], l.number]
      from look l join seen r on r.person = l.person and r.trajectory = l.trajectory
        and r.route is not distinct from l.route and not r.done and r.at < l.at
        and r.at > l.at - interval '1 day'
      group by l.at, l.person, l.name, l.route, l.trajectory, l.number
    )
    select kind, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, person, name,
      route, trajectory, families, round(usual, 1)::float as usual, records
    from unusual u order by u.at desc, kind limit ${MOST}`.execute(connection)
  return rows.map(({ person, name, ...rest }) => ({ ...rest, person: { id: person, name } }))
}
