import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { ANY } from './line-counts.ts'
import { partsToFind } from './search-parts.ts'
import type { TrajectoryQuery } from './trajectory-query.ts'

/** How many lines there are, counted while appending: of all that one may see of the route, and of each part of a query. */
export interface ListCounts {
  /** Those in which there is something to find. */
  readonly audiences: readonly string[]
  readonly all: number
  /** Of the state that is asked for; all of them where none is. */
  readonly ofState: number
  readonly ofFilter: number
  /** Of the state and the filter together. */
  readonly ofBoth: number
}

export async function readListCounts(
  database: Kysely<Schema>,
  { route, state = ANY, filter }: TrajectoryQuery,
): Promise<ListCounts> {
  const { attribute, value } = filter ?? { attribute: ANY, value: ANY }
  const { rows } = await sql<{
    audience: string
    state: string
    attribute: string
    trajectories: string
  }>`
    select c.audience, c.state, c.attribute, c.trajectories
    from tijdig.trajectory_count c
    where c.audience = any (array(select a.name from tijdig.own_audiences() a where a.route = ${route}))
      and c.state in (${ANY}, ${state}) and c.trajectories > 0
      and ((c.attribute = ${ANY} and c.value = ${ANY})
        or (c.attribute = ${attribute} and c.value = ${value}))
  `.execute(database)
  const having = (ofState: string, ofAttribute: string) =>
    rows.filter((row) => row.state === ofState && row.attribute === ofAttribute)
  const count = (ofState: string, ofAttribute: string) =>
    having(ofState, ofAttribute).reduce((sum, row) => sum + Number(row.trajectories), 0)
  return {
    audiences: having(state, attribute).map(({ audience }) => audience),
    all: count(ANY, ANY),
    ofState: count(state, ANY),
    ofFilter: count(ANY, attribute),
    ofBoth: count(state, attribute),
  }
}

/** The states in which there are lines, by audience. */
export async function readStates(
  database: Kysely<Schema>,
  audiences: readonly string[],
): Promise<{ audience: string; state: string }[]> {
  return database
    .selectFrom('tijdig.trajectory_count')
    .select(['audience', 'state'])
    .where('audience', 'in', audiences)
    .where('attribute', '=', ANY)
    .where('value', '=', ANY)
    .where('state', '!=', ANY)
    .where('trajectories', '>', '0')
    .execute()
}

/** At most so many ids have this in them: in each audience as many as have its rarest part. */
export async function countCandidates(
  database: Kysely<Schema>,
  audiences: readonly string[],
  search: string,
): Promise<number> {
  if (audiences.length === 0) return 0
  const parts = partsToFind(search)
  const rows = await database
    .selectFrom('tijdig.search_count')
    .select((builder) => ['audience', builder.fn.min('trajectories').as('rarest')])
    .where('audience', 'in', audiences)
    .where('part', 'in', parts)
    .groupBy('audience')
    .having((builder) => builder.fn.countAll(), '=', String(parts.length))
    .execute()
  return rows.reduce((sum, { rarest }) => sum + Number(rarest), 0)
}
