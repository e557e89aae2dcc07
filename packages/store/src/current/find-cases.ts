import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** Trajectories that were counted in a figure, by number. */
export interface AskedCases {
  readonly route: string
  /** In the order in which they are to be listed; each at most once. */
  readonly numbers: readonly number[]
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /** What was asked, for the audit: codes and days, nothing that somebody typed. */
  readonly about: Readonly<Record<string, unknown>>
}

export interface CasePage {
  /** How many of them may be seen. */
  readonly total: number
  readonly cases: readonly {
    /** Where it stands in `numbers`, from 0. */
    readonly place: number
    readonly id: string
  }[]
}

/** The trajectories among these that the actor of this transaction may see: row-level security decides. */
export async function findCases(
  database: Kysely<Schema>,
  { route, numbers, page, pageSize }: AskedCases,
): Promise<CasePage> {
  if (numbers.length === 0) return { total: 0, cases: [] }
  const { rows } = await sql<{ total: string; place: number | null; id: string }>`
    with seen as materialized (
      select (n.place - 1)::integer as place, p.id
      from unnest(${numbers}::integer[]) with ordinality n(number, place)
        join tijdig.trajectory_party p on p.number = n.number
        join tijdig.audience a on a.name = p.audience and a.route = ${route}
    ), page as (select * from seen order by place offset ${(page - 1) * pageSize} limit ${pageSize})
    select c.total, page.place, page.id
    from (select count(*) as total from seen) c left join page on true
    order by page.place`.execute(database)
  return {
    total: Number(rows[0]?.total ?? 0),
    // Beyond the last page there is a total and no line.
    cases: rows.flatMap(({ place, id }) => (place === null ? [] : [{ place, id }])),
  }
}
