import { type Day, formatDay, formatMoment, type Moment } from '@tijdig/core'
import type { ClientBase } from 'pg'
import type { Audience } from './audience.ts'

/** How far the record of a trajectory reaches. */
export interface Reach {
  readonly validOn: Day
  readonly recordedAt: Moment
}

/** Which audiences there are, and how far the record of what each may look at reaches. */
export class AudienceTotals {
  readonly #met = new Set<Audience>()
  readonly #reached = new Map<string, Reach>()
  readonly #left = new Map<string, Reach>()

  /** An audience that may not be in its table yet. */
  meet(audience: Audience): void {
    this.#met.add(audience)
  }

  reach(audience: Audience, reach: Reach): void {
    raise(this.#reached, audience.name, reach)
  }

  /** A trajectory that reached so far is no longer the audience's. */
  leave(audience: Audience, reach: Reach): void {
    raise(this.#left, audience.name, reach)
  }

  forget(): void {
    this.#met.clear()
    this.#reached.clear()
    this.#left.clear()
  }

  async write(client: ClientBase): Promise<void> {
    if (this.#met.size > 0) {
      const met = [...this.#met]
      await client.query(
        `insert into tijdig.audience (name, route, organisation, team, receiving)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
        on conflict (name) do nothing`,
        (['name', 'route', 'organisation', 'team', 'receiving'] as const).map((one) =>
          met.map((audience) => audience[one] ?? null),
        ),
      )
    }
    if (this.#reached.size > 0) {
      await client.query(
        `insert into tijdig.audience_total as t (audience, last_valid_on, last_recorded_at)
        select * from unnest($1::text[], $2::date[], $3::timestamptz[])
        on conflict (audience) do update set
          last_valid_on = greatest(t.last_valid_on, excluded.last_valid_on),
          last_recorded_at = greatest(t.last_recorded_at, excluded.last_recorded_at)`,
        columns(this.#reached),
      )
    }
    if (this.#left.size > 0) {
      // Only where the one that left reached the furthest it is counted again.
      await client.query(
        `update tijdig.audience_total t set (last_valid_on, last_recorded_at) = (
          select max(e.valid_on), max(e.recorded_at)
          from tijdig.trajectory_party p join tijdig.event e on e.trajectory = p.number
          where p.audience = t.audience)
        from unnest($1::text[], $2::date[], $3::timestamptz[]) as l(audience, valid_on, recorded_at)
        where t.audience = l.audience
          and (l.valid_on >= t.last_valid_on or l.recorded_at >= t.last_recorded_at)`,
        columns(this.#left),
      )
    }
  }
}

function raise(totals: Map<string, Reach>, name: string, { validOn, recordedAt }: Reach): void {
  const known = totals.get(name)
  if (known && known.validOn >= validOn && known.recordedAt >= recordedAt) return
  totals.set(name, {
    validOn: known && known.validOn > validOn ? known.validOn : validOn,
    recordedAt: known && known.recordedAt > recordedAt ? known.recordedAt : recordedAt,
  })
}

function columns(totals: ReadonlyMap<string, Reach>): unknown[][] {
  return [
    [...totals.keys()],
    [...totals.values()].map(({ validOn }) => formatDay(validOn)),
    [...totals.values()].map(({ recordedAt }) => formatMoment(recordedAt)),
  ]
}
