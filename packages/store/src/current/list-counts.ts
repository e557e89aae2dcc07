import type { Kysely } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { ANY } from './line-counts.ts'
import { partsToFind } from './search-parts.ts'
import type { TrajectoryQuery } from './trajectory-query.ts'

/** How many lines there are, counted while appending: of the route, and of each part of a query. */
export interface ListCounts {
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
  const rows = await database
    .selectFrom('tijdig.trajectory_count')
    .select(['state', 'attribute', 'trajectories'])
    .where('route', '=', route)
    .where('state', 'in', [ANY, state])
    .where((either) =>
      either.or([either.and({ attribute: ANY, value: ANY }), either.and({ attribute, value })]),
    )
    .execute()
  const count = (ofState: string, ofAttribute: string) =>
    Number(
      rows.find((row) => row.state === ofState && row.attribute === ofAttribute)?.trajectories ?? 0,
    )
  return {
    all: count(ANY, ANY),
    ofState: count(state, ANY),
    ofFilter: count(ANY, attribute),
    ofBoth: count(state, attribute),
  }
}

/** The states in which there are lines. */
export async function readStates(database: Kysely<Schema>, route: string): Promise<string[]> {
  const rows = await database
    .selectFrom('tijdig.trajectory_count')
    .select('state')
    .where('route', '=', route)
    .where('attribute', '=', ANY)
    .where('value', '=', ANY)
    .where('state', '!=', ANY)
    .where('trajectories', '>', '0')
    .execute()
  return rows.map((row) => row.state)
}

/** At most so many ids of the route have this in them: as many as have its rarest part. */
export async function countCandidates(
  database: Kysely<Schema>,
  route: string,
  search: string,
): Promise<number> {
  const parts = partsToFind(search)
  const rows = await database
    .selectFrom('tijdig.search_count')
    .select('trajectories')
    .where('route', '=', route)
    .where('part', 'in', parts)
    .execute()
  if (rows.length < parts.length) return 0
  return Math.min(...rows.map((row) => Number(row.trajectories)))
}
