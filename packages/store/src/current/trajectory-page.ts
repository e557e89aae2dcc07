import type { FoldPlan } from '@tijdig/core'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { ANY } from './line-counts.ts'
import { countCandidates, type ListCounts, readListCounts, readStates } from './list-counts.ts'
import { type LineRow, lineColumns, toLines } from './list-lines.ts'
import { partsToFind } from './search-parts.ts'
import type { TrajectoryPage, TrajectoryQuery } from './trajectory-query.ts'

/** Of a search that finds more than this by its rarest part, not all that it finds are counted. */
const MOST_CANDIDATES = 100_000
const MOST_COUNTED = 10_000

/**
 * One page of the trajectories of a route that an actor may see. Quick at a million: how many there
 * are was counted while appending; the page is walked to in an index, past those that do not fit, or
 * sorted out of the few that do, whichever is the shorter way. All stands by audience first: those of
 * others are no steps on the way.
 * @param database A connection in a transaction of the actor's.
 */
export async function findTrajectoryPage(
  database: Kysely<Schema>,
  plan: FoldPlan | undefined,
  query: TrajectoryQuery,
): Promise<TrajectoryPage> {
  // No state and no attribute is called so: it stands for all of them in the counts.
  if (query.state === ANY || query.filter?.attribute === ANY) {
    return { total: 0, isMore: false, lines: [] }
  }
  const search = query.search?.trim().toLowerCase() ?? ''
  const counts = await readListCounts(database, query)
  const candidates =
    search === '' ? counts.ofBoth : await countCandidates(database, counts.audiences, search)
  const list: List = { database, query, search, counts, candidates }
  const { total, isMore, rows } = await readPage(list)
  return { total, isMore, lines: await toLines(database, plan, query.route, rows) }
}

/** A query with what was counted beforehand. */
interface List {
  readonly database: Kysely<Schema>
  readonly query: TrajectoryQuery
  /** In lower case; empty where nothing is searched for. */
  readonly search: string
  readonly counts: ListCounts
  /** At most so many fit what is searched for. */
  readonly candidates: number
}

interface Page {
  readonly total: number
  readonly isMore: boolean
  readonly rows: LineRow[]
}

async function readPage(list: List): Promise<Page> {
  const { query, search, counts, candidates } = list
  const offset = (query.page - 1) * query.pageSize
  if (candidates === 0 || counts.ofBoth === 0) return { total: 0, isMore: false, rows: [] }
  if (search !== '' && candidates <= MOST_CANDIDATES) return readFound(list, offset)
  const total = search === '' ? counts.ofBoth : await countWalked(list)
  const isMore = total > MOST_COUNTED && search !== ''
  const limit = isMore ? query.pageSize : Math.min(query.pageSize, total - offset)
  const rows = limit <= 0 ? [] : await readRows(list, total, offset, limit)
  return { total: isMore ? MOST_COUNTED : total, isMore, rows }
}

/** What a search finds, counted and sorted in one go. */
async function readFound(list: List, offset: number): Promise<Page> {
  const { database, query } = list
  const order = orderBy(query, query.descending)
  const { rows } = await sql<LineRow & { total: string }>`
    with found as materialized (${fetched(list)}),
      page as (select * from found order by ${order} offset ${offset} limit ${query.pageSize})
    select ${lineColumns}, c.total
    from (select count(*) as total from found) c
      left join (page join tijdig.trajectory_line l using (audience, number)
        join tijdig.trajectory_party p using (audience, number)) on true
    order by ${orderBy(query, query.descending, query.sort === 'id' ? 'p' : 'l')}`.execute(database)
  // Beyond the last page there is a total and no line.
  const lines = rows.filter(({ number }) => number !== null)
  return { total: Number(rows[0]?.total ?? 0), isMore: false, rows: lines }
}

async function countWalked(list: List): Promise<number> {
  const { rows } = await sql<{ total: string }>`
    select count(*) as total
    from (${walked(list, null, MOST_COUNTED + 1)} limit ${MOST_COUNTED + 1}) as found
  `.execute(list.database)
  return Number(rows[0]?.total ?? 0)
}

async function readRows(
  list: List,
  total: number,
  offset: number,
  limit: number,
): Promise<LineRow[]> {
  const { query, counts, search, candidates, database } = list
  // Past the middle it is nearer from the other end.
  const fromEnd = search === '' && offset > total / 2
  const start = fromEnd ? total - offset - limit : offset
  const descending = query.descending !== fromEnd
  const order = orderBy(query, descending)
  const isStateWalk = query.sort === 'stateSince' && query.state !== undefined
  const stepsToWalk = ((start + limit) * (isStateWalk ? counts.ofState : counts.all)) / total
  const toFetch = Math.min(counts.ofState, query.filter ? counts.ofFilter : Infinity, candidates)
  const source =
    toFetch < stepsToWalk
      ? fetched(list)
      : query.sort === 'stateSince' && query.state === undefined
        ? await walkedByState(list, order, start + limit)
        : walked(list, order, start + limit)
  // First the numbers, from indexes alone where they can be; then what is shown of those few.
  const { rows } = await sql<LineRow>`
    with page as materialized (${source} order by ${order} offset ${start} limit ${limit})
    select ${lineColumns} from page
      join tijdig.trajectory_line l using (audience, number)
      join tijdig.trajectory_party p using (audience, number)
    order by ${orderBy(query, descending, query.sort === 'id' ? 'p' : 'l')}`.execute(database)
  return fromEnd ? rows.reverse() : rows
}

function orderBy(
  { sort }: TrajectoryQuery,
  descending: boolean,
  table?: 'l' | 'p',
): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`
  const column = (name: string) => sql.ref(table ? `${table}.${name}` : name)
  switch (sort) {
    case 'openedOn':
      return sql`${column('opened_on')} ${way}, ${column('number')} ${way}`
    case 'stateSince':
      return sql`${column('state_since')} ${way}, ${column('number')} ${way}`
    case 'id':
      return sql`${column('id')} ${way}`
    default:
      return sort satisfies never
  }
}

/** All that fit, found by what is rarest about them. */
function fetched({ query, search, counts, candidates }: List): RawBuilder<unknown> {
  const { state, filter, sort } = query
  const audiences = sql`${counts.audiences}::text[]`
  const conditions = [sql`l.audience = any (${audiences})`]
  const tables = [sql`tijdig.trajectory_line l`]
  if (state !== undefined) conditions.push(sql`l.state = ${state}`)
  if (sort === 'id') tables.push(sql`tijdig.trajectory_party p using (audience, number)`)
  if (search !== '') {
    // Parts are an index to start from, not a check to make of those found otherwise.
    const isRarest = candidates <= Math.min(counts.ofState, counts.ofFilter)
    if ([...search].length > 1 && isRarest) {
      tables.push(sql`tijdig.find_by_parts(${audiences}, ${search}, ${partsToFind(search)}::text[]) s
        using (audience, number)`)
    } else {
      tables.push(sql`tijdig.trajectory_search s using (audience, number)`)
      conditions.push(sql`position(${search} in s.lowered) > 0`)
    }
  }
  if (filter) {
    tables.push(sql`tijdig.trajectory_filter f using (audience, number)`)
    conditions.push(sql`f.audience = any (${audiences}) and f.attribute = ${filter.attribute}
      and f.value = ${filter.value}`)
  }
  const columns = sort === 'id' ? sql`p.id` : sql`l.opened_on, l.state_since`
  return sql`select audience, number, ${columns} from ${sql.join(tables, sql` join `)}
    where ${sql.join(conditions, sql` and `)}`
}

/**
 * In the order of an index, each looked at by itself: written so that no planner makes a join of it.
 * One walk an audience, to be merged.
 */
function walked(
  list: List,
  order: RawBuilder<unknown> | null,
  atMost: number,
): RawBuilder<unknown> {
  const { query, counts } = list
  const walks = sql`unnest(${counts.audiences}::text[]) as a(audience)`
  const state = query.state === undefined ? null : sql`${query.state}`
  return mergedWalks(list, walks, state, order, atMost)
}

/** The index stands by state first: one walk a state. */
async function walkedByState(
  list: List,
  order: RawBuilder<unknown>,
  atMost: number,
): Promise<RawBuilder<unknown>> {
  const states = await readStates(list.database, list.counts.audiences)
  const walks = sql`unnest(${states.map(({ audience }) => audience)}::text[],
    ${states.map(({ state }) => state)}::text[]) as a(audience, state)`
  return mergedWalks(list, walks, sql`a.state`, order, atMost)
}

/** @param walks Gives `a`: the audiences, with whatever `state` needs. */
function mergedWalks(
  { query, search }: List,
  walks: RawBuilder<unknown>,
  state: RawBuilder<unknown> | null,
  order: RawBuilder<unknown> | null,
  atMost: number,
): RawBuilder<unknown> {
  const { filter, sort } = query
  const conditions = [sql`l.audience = a.audience`]
  if (sort === 'id') {
    conditions.push(sql`(select ${state === null ? sql`true` : sql`s.state = ${state}`}
      from tijdig.trajectory_line s where s.number = l.number and s.audience = a.audience)`)
  } else if (state !== null) conditions.push(sql`l.state = ${state}`)
  if (filter) {
    conditions.push(sql`(select true from tijdig.trajectory_filter f where f.audience = a.audience
      and f.attribute = ${filter.attribute} and f.value = ${filter.value} and f.number = l.number)`)
  }
  if (search !== '') {
    conditions.push(sql`(select position(${search} in s.lowered) > 0
      from tijdig.trajectory_search s where s.number = l.number and s.audience = a.audience)`)
  }
  const columns =
    sort === 'id'
      ? sql`l.audience, l.number, l.id`
      : sql`l.audience, l.number, l.opened_on, l.state_since`
  const table = sort === 'id' ? sql`tijdig.trajectory_party` : sql`tijdig.trajectory_line`
  return sql`select w.* from ${walks} cross join lateral (
    select ${columns} from ${table} l where ${sql.join(conditions, sql` and `)}
    ${order === null ? sql`` : sql`order by ${order}`} limit ${atMost}) w`
}
