import { addDays, type Day, dayOfWeek, FIRST_DAY, FOREVER, formatDay } from '@tijdig/core'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { dayColumn } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { seenFactsOf } from './current-facts.ts'
import { ANYBODY } from './work-counts.ts'
import {
  WORK_PARTS,
  type WorkLine,
  type WorkPage,
  type WorkPart,
  type WorkQuery,
} from './work-query.ts'

/** The terms of one audience that are alike to whoever asks. */
interface OwnTerm {
  readonly audience: string
  readonly route: string
  readonly fact: string
  readonly isMine: boolean
  readonly isTeam: boolean
}

/** What the actor of this transaction has to do. */
export async function findWorkPage(database: Kysely<Schema>, query: WorkQuery): Promise<WorkPage> {
  const own = await findOwnTerms(database, query)
  const workers = await findWorkers(database, query)
  const counts = await countParts(database, own, workers, query.today)
  const part = query.part ?? WORK_PARTS.find((each) => counts[each] > 0) ?? 'today'
  const lines =
    counts[part] === 0 || query.pageSize === 0
      ? []
      : await readLines(database, own, workers, { ...query, part })
  return { part, counts, lines }
}

async function findOwnTerms(
  database: Kysely<Schema>,
  { of }: WorkQuery,
): Promise<readonly OwnTerm[]> {
  const { rows } = await sql<OwnTerm>`
    select audience, route, fact, is_mine as "isMine", coalesce(is_team, false) as "isTeam"
    from tijdig.own_work()`.execute(database)
  return of === 'team' ? rows.filter(({ isTeam }) => isTeam) : rows
}

/** By whose code is looked; that of anybody where it does not matter whose it is. */
async function findWorkers(
  database: Kysely<Schema>,
  { of }: WorkQuery,
): Promise<readonly string[]> {
  if (of !== 'me') return [ANYBODY]
  const { rows } = await sql<{ codes: string[] }>`
    select tijdig.own_worker_codes() as codes`.execute(database)
  return rows[0]?.codes ?? []
}

async function countParts(
  database: Kysely<Schema>,
  own: readonly OwnTerm[],
  workers: readonly string[],
  today: Day,
): Promise<Record<WorkPart, number>> {
  const counts = { overdue: 0, today: 0, week: 0, later: 0, waiting: 0 }
  if (own.length === 0) return counts
  const { rows } = await sql<{ part: WorkPart; terms: string }>`
    select case
        when not o.is_mine or c.due_on = ${formatDay(FOREVER)} then 'waiting'
        when c.due_on < ${formatDay(today)} then 'overdue'
        when c.due_on = ${formatDay(today)} then 'today'
        when c.due_on <= ${formatDay(endOfWeek(today))} then 'week'
        else 'later'
      end as part, sum(c.terms) as terms
    from ${unnested(own)} join tijdig.work_count c using (audience, fact)
    where c.worker = any (${workers}::text[])
    group by 1`.execute(database)
  for (const { part, terms } of rows) counts[part] = Number(terms)
  return counts
}

/** The Sunday of the week of a day. */
export function endOfWeek(day: Day): Day {
  return addDays(day, 7 - dayOfWeek(day))
}

interface WorkRow {
  readonly number: number
  readonly audience: string
  readonly route: string
  readonly fact: string
  readonly is_mine: boolean
  readonly due_on: Day
  readonly id: string
  readonly state: string | null
  readonly worker: string
}

/** One walk along the index for each audience and term and worker, merged. */
async function readLines(
  database: Kysely<Schema>,
  own: readonly OwnTerm[],
  workers: readonly string[],
  query: WorkQuery & { readonly part: WorkPart },
): Promise<WorkLine[]> {
  const offset = (query.page - 1) * query.pageSize
  const spans = own.flatMap((term) => {
    const span = spanOf(term, query)
    return span ? [{ ...term, ...span }] : []
  })
  const byWorker = query.of === 'me'
  const { rows } = await sql<WorkRow>`
    with walks as (
      select * from unnest(${spans.map(({ audience }) => audience)}::text[],
        ${spans.map(({ route }) => route)}::text[], ${spans.map(({ fact }) => fact)}::text[],
        ${spans.map(({ isMine }) => isMine)}::boolean[],
        ${spans.map(({ from }) => formatDay(from))}::date[],
        ${spans.map(({ to }) => formatDay(to))}::date[])
        as s(audience, route, fact, is_mine, first_day, last_day)
        ${byWorker ? sql`cross join unnest(${workers}::text[]) as k(worker)` : sql``}
    ), page as materialized (
      select s.audience, s.route, s.fact, s.is_mine, w.number, w.due_on, w.worker
      from walks s cross join lateral (
        select l.number, l.due_on, l.worker from tijdig.work_line l
        where l.audience = s.audience and l.fact = s.fact
          and l.due_on between s.first_day and s.last_day
          ${byWorker ? sql`and l.worker = s.worker` : sql``}
        order by l.due_on, l.number limit ${offset + query.pageSize}
      ) w
      order by w.due_on, w.number, s.fact offset ${offset} limit ${query.pageSize}
    )
    select g.number, g.audience, g.route, g.fact, g.is_mine, g.worker, p.id, t.state,
      ${dayColumn('g.due_on')} as due_on
    from page g join tijdig.trajectory_party p using (audience, number)
      left join tijdig.trajectory_line t using (audience, number)
    order by g.due_on, g.number, g.fact`.execute(database)
  return toLines(database, rows)
}

/** From and to which day a term is in a part; undefined where it never is. */
function spanOf(
  { isMine }: OwnTerm,
  { part, today }: { readonly part: WorkPart; readonly today: Day },
): { from: Day; to: Day } | undefined {
  const last = addDays(FOREVER, -1)
  const sunday = endOfWeek(today)
  if (part === 'waiting')
    return isMine ? { from: FOREVER, to: FOREVER } : { from: FIRST_DAY, to: FOREVER }
  if (!isMine) return undefined
  switch (part) {
    case 'overdue':
      return { from: FIRST_DAY, to: addDays(today, -1) }
    case 'today':
      return { from: today, to: today }
    case 'week':
      return { from: addDays(today, 1), to: sunday }
    case 'later':
      return { from: addDays(sunday, 1), to: last }
    default:
      return part satisfies never
  }
}

async function toLines(database: Kysely<Schema>, rows: readonly WorkRow[]): Promise<WorkLine[]> {
  if (rows.length === 0) return []
  const facts = await seenFactsOf(database, [...new Set(rows.map(({ number }) => number))])
  const codes = [...new Set(rows.flatMap(({ worker }) => (worker === '' ? [] : [worker])))]
  const { rows: named } = await sql<{ code: string; name: string }>`
    select code, name from tijdig.worker_names(${codes}::text[])`.execute(database)
  const names = new Map(named.map(({ code, name }) => [code, name]))
  return rows.map((row) => ({
    route: row.route,
    id: row.id,
    fact: row.fact,
    startedOn:
      facts.get(row.number)?.find(({ fact }) => fact === row.fact)?.startedOn ?? row.due_on,
    dueOn: row.due_on === FOREVER ? null : row.due_on,
    isMine: row.is_mine,
    worker: row.worker === '' ? null : { code: row.worker, name: names.get(row.worker) ?? null },
    state: row.state === '' ? null : row.state,
  }))
}

function unnested(own: readonly OwnTerm[]): RawBuilder<unknown> {
  return sql`unnest(${own.map(({ audience }) => audience)}::text[],
    ${own.map(({ fact }) => fact)}::text[], ${own.map(({ isMine }) => isMine)}::boolean[])
    as o(audience, fact, is_mine)`
}
