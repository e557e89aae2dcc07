import type { Day, FoldPlan } from '@tijdig/core'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { dayColumn } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { type CurrentFact, currentFactsOf } from './current-facts.ts'
import { ANY } from './line-counts.ts'
import { searchParts } from './search-parts.ts'
import type { TrajectoryLine, TrajectoryPage, TrajectoryQuery } from './trajectory-query.ts'

/** Up to so many that fit, they are all fetched and sorted; beyond, an index is walked in order. */
const FEW = 20_000

/**
 * One page of a route's trajectories. Quick at a million: how many there are is counted while
 * appending, and a page is either walked to in an index or sorted from few.
 */
export async function findTrajectoryPage(
  database: Kysely<Schema>,
  plan: FoldPlan | undefined,
  query: TrajectoryQuery,
): Promise<TrajectoryPage> {
  const search = query.search?.trim().toLowerCase() ?? ''
  const total = search === '' ? await countLines(database, query) : undefined
  if (total === 0) return { total, lines: [] }
  return search === '' && total !== undefined
    ? pageOf(database, plan, query, total)
    : searchPage(database, plan, query, search)
}

async function pageOf(
  database: Kysely<Schema>,
  plan: FoldPlan | undefined,
  query: TrajectoryQuery,
  total: number,
): Promise<TrajectoryPage> {
  const offset = (query.page - 1) * query.pageSize
  const limit = Math.min(query.pageSize, total - offset)
  if (limit <= 0) return { total, lines: [] }
  // Past the middle it is nearer from the other end.
  const fromEnd = offset > total / 2
  const rows = await walk(database, query, {
    total,
    descending: query.descending !== fromEnd,
    offset: fromEnd ? total - offset - limit : offset,
    limit,
  })
  if (fromEnd) rows.reverse()
  return { total, lines: await toLines(database, plan, query.route, rows) }
}

interface LineRow {
  readonly number: number
  readonly id: string
  readonly state: string
  readonly state_since: Day
  readonly opened_on: Day
}

interface Walk {
  readonly total: number
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

async function walk(
  database: Kysely<Schema>,
  query: TrajectoryQuery,
  { total, descending, offset, limit }: Walk,
): Promise<LineRow[]> {
  const order = orderOf(query, descending)
  const source =
    total <= FEW ? fewLines(query) : await manyLines(database, query, order, offset + limit)
  // First the numbers, from indexes alone where they can be; then what is shown of those few.
  const { rows } = await sql<LineRow>`
    with page as materialized (
      ${source} order by ${order} offset ${offset} limit ${limit}
    )
    select ${SHOWN} from page
      join tijdig.trajectory_line l using (number)
      join tijdig.trajectory t using (number)
    order by ${query.sort === 'id' ? orderOf(query, descending, 't') : orderOf(query, descending, 'l')}
  `.execute(database)
  return rows
}

const SHOWN = sql`l.number, t.id, l.state, ${dayColumn('l.state_since')} as state_since,
  ${dayColumn('l.opened_on')} as opened_on`

function orderOf(
  query: TrajectoryQuery,
  descending: boolean,
  table?: 'l' | 't',
): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`
  const column = (name: string) => sql.ref(table ? `${table}.${name}` : name)
  switch (query.sort) {
    case 'openedOn':
      return sql`${column('opened_on')} ${way}, ${column('number')} ${way}`
    case 'stateSince':
      return sql`${column('state_since')} ${way}, ${column('number')} ${way}`
    case 'id':
      return sql`${column('id')} ${way}`
    default:
      return query.sort satisfies never
  }
}

/** All that fit, found by what is rarest about them. */
function fewLines(query: TrajectoryQuery): RawBuilder<unknown> {
  const { route, state, filter, sort } = query
  const names = sort === 'id' ? sql`join tijdig.trajectory t on t.number = l.number` : sql``
  const columns = sort === 'id' ? sql`l.number, t.id` : sql`l.number, l.opened_on, l.state_since`
  const ofState = state === undefined ? sql`true` : sql`l.state = ${state}`
  if (!filter) {
    return sql`select ${columns} from tijdig.trajectory_line l ${names}
      where l.route = ${route} and ${ofState}`
  }
  return sql`select ${columns}
    from tijdig.trajectory_filter f
      join tijdig.trajectory_line l on l.number = f.number ${names}
    where f.route = ${route} and f.attribute = ${filter.attribute} and f.value = ${filter.value}
      and ${ofState}`
}

/** Walks the index of the order that is asked for, past those that do not fit. */
async function manyLines(
  database: Kysely<Schema>,
  query: TrajectoryQuery,
  order: RawBuilder<unknown>,
  atMost: number,
): Promise<RawBuilder<unknown>> {
  const { route, state, filter, sort } = query
  const fits = filter
    ? sql`exists (select from tijdig.trajectory_filter f where f.route = ${route}
        and f.attribute = ${filter.attribute} and f.value = ${filter.value} and f.number = l.number)`
    : sql`true`
  if (sort === 'id') {
    const ofState =
      state === undefined && !filter
        ? sql`true`
        : sql`exists (select from tijdig.trajectory_line s where s.number = l.number
            and ${state === undefined ? sql`true` : sql`s.state = ${state}`})`
    return sql`select l.number, l.id from tijdig.trajectory l
      where l.route = ${route} and ${ofState} and ${fits}`
  }
  if (sort === 'stateSince' && state === undefined) {
    // The index stands by state first: one walk a state, merged.
    const states = await statesOf(database, route)
    const walks = states.map(
      (one) => sql`(select l.number, l.state_since from tijdig.trajectory_line l
        where l.route = ${route} and l.state = ${one} and ${fits} order by ${order} limit ${atMost})`,
    )
    return sql`select number, state_since from (${sql.join(walks, sql` union all `)}) walks`
  }
  return sql`select l.number, l.opened_on, l.state_since from tijdig.trajectory_line l
    where l.route = ${route} and ${state === undefined ? sql`true` : sql`l.state = ${state}`} and ${fits}`
}

async function searchPage(
  database: Kysely<Schema>,
  plan: FoldPlan | undefined,
  query: TrajectoryQuery,
  search: string,
): Promise<TrajectoryPage> {
  const { route, state, filter } = query
  const parts = searchParts(search)
  const found = sql`
    from tijdig.trajectory_search s
      join tijdig.trajectory_line l on l.number = s.number
      join tijdig.trajectory t on t.number = s.number
    where ${parts.length === 0 ? sql`true` : sql`s.parts @> ${parts}::text[] collate "C"`}
      and position(${search} in s.lowered) > 0
      and l.route = ${route}
      and ${state === undefined ? sql`true` : sql`l.state = ${state}`}
      and ${
        filter
          ? sql`exists (select from tijdig.trajectory_filter f where f.route = ${route}
              and f.attribute = ${filter.attribute} and f.value = ${filter.value} and f.number = l.number)`
          : sql`true`
      }`
  const table = query.sort === 'id' ? 't' : 'l'
  const { rows } = await sql<LineRow & { total: string }>`
    select ${SHOWN}, count(*) over () as total ${found}
    order by ${orderOf(query, query.descending, table)}
    offset ${(query.page - 1) * query.pageSize} limit ${query.pageSize}
  `.execute(database)
  const total = rows[0]
    ? Number(rows[0].total)
    : query.page === 1
      ? 0
      : await countFound(database, found)
  return { total, lines: await toLines(database, plan, route, rows) }
}

async function countFound(database: Kysely<Schema>, found: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: string }>`select count(*) as total ${found}`.execute(database)
  return Number(rows[0]?.total ?? 0)
}

async function countLines(database: Kysely<Schema>, query: TrajectoryQuery): Promise<number> {
  const row = await database
    .selectFrom('tijdig.trajectory_count')
    .select('trajectories')
    .where('route', '=', query.route)
    .where('state', '=', query.state ?? ANY)
    .where('attribute', '=', query.filter?.attribute ?? ANY)
    .where('value', '=', query.filter?.value ?? ANY)
    .executeTakeFirst()
  return Number(row?.trajectories ?? 0)
}

async function statesOf(database: Kysely<Schema>, route: string): Promise<string[]> {
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

async function toLines(
  database: Kysely<Schema>,
  plan: FoldPlan | undefined,
  route: string,
  rows: readonly LineRow[],
): Promise<TrajectoryLine[]> {
  const facts = await currentFactsOf(
    database,
    rows.map((row) => row.number),
  )
  return rows.map((row) => {
    const own = facts.get(row.number) ?? []
    return {
      number: row.number,
      id: row.id,
      route,
      state: row.state === '' ? null : row.state,
      stateSince: row.state === '' ? null : row.state_since,
      openedOn: row.opened_on,
      attributes: plan ? attributesOf(plan, own) : {},
      nextTerm: nextTermOf(own),
    }
  })
}

function attributesOf(plan: FoldPlan, facts: readonly CurrentFact[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(plan.route.filters).map(([attribute, filter]) => [
      attribute,
      [
        ...new Set(
          facts.flatMap((fact) => {
            const value = fact.fact === filter.fact ? fact.attributes[attribute] : undefined
            return value === undefined ? [] : [value]
          }),
        ),
      ],
    ]),
  )
}

function nextTermOf(facts: readonly CurrentFact[]): TrajectoryLine['nextTerm'] {
  let next: { fact: string; dueOn: Day } | null = null
  for (const { fact, dueOn, metOn, endedOn } of facts) {
    if (dueOn === null || metOn !== null || (endedOn !== null && endedOn <= dueOn)) continue
    if (!next || dueOn < next.dueOn) next = { fact, dueOn }
  }
  return next
}
