import { addDays, type Day, FOREVER, formatDay, type Role } from '@tijdig/core'
import type { Pool, PoolClient } from 'pg'
import { endOfWeek } from '../current/work-page.ts'

export interface DigestPlan {
  readonly day: Day
  readonly warned: readonly WarnedTerm[]
}

/** Of which terms a role is warned. */
export interface WarnedTerm {
  readonly route: string
  readonly fact: string
  readonly role: Role
  /** Of what is assigned to oneself, or of all of one's teams. */
  readonly of: 'own' | 'team'
  /** The last due day of which the warning day has come. */
  readonly lastDue: Day
}

/** Asks something in the transaction in which it is given. */
export type Query = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/** What was told is kept so long, for whoever says that they were not told. */
const KEPT_DAYS = 92

export async function planDigests(
  pool: Pool,
  plan: DigestPlan,
  also: (query: Query, digests: readonly string[]) => Promise<void>,
): Promise<number | undefined> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    const digests = await planDay(client, plan)
    if (digests) await also((text, values) => client.query(text, values), digests)
    await client.query('commit')
    broken = false
    return digests?.length
  } finally {
    // A connection that failed half-way is ended, and its transaction with it.
    client.release(broken)
  }
}

async function planDay(
  client: PoolClient,
  { day, warned }: DigestPlan,
): Promise<readonly string[] | undefined> {
  // Who plans the same day at the same moment waits here, and finds that it was done.
  const { rowCount } = await client.query(
    'insert into tijdig.digest_day (day, people) values ($1, 0) on conflict (day) do nothing',
    [formatDay(day)],
  )
  if (rowCount === 0) return undefined
  await client.query('delete from tijdig.digest_day where day < $1', [
    formatDay(addDays(day, -KEPT_DAYS)),
  ])
  const { rows } = await client.query<{ id: string }>(DIGESTS, [
    formatDay(day),
    formatDay(endOfWeek(day)),
    warned.map(({ route }) => route),
    warned.map(({ fact }) => fact),
    warned.map(({ role }) => role),
    warned.map(({ of }) => of),
    warned.map(({ lastDue }) => formatDay(lastDue)),
    formatDay(FOREVER),
  ])
  await client.query('update tijdig.digest_day set people = $2 where day = $1', [
    formatDay(day),
    rows.length,
  ])
  return rows.map(({ id }) => id)
}

// One statement over the counts by due day, which always agree with the terms themselves. Who sees
// what is decided as tijdig.own_audiences() and own_work() do, for whoever signed in.
const DIGESTS = `
  with warned as materialized (
    select * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::date[])
      as w(route, fact, role, of, last_due)
  ), appointed as materialized (
    select a.person, a.organisation, a.role, a.teams
    from tijdig.appointment a
      join tijdig.person p on p.id = a.person and p.ended_at is null
      join tijdig.organisation o on o.code = a.organisation and o.ended_at is null
    where a.ended_at is null and not exists (
      select from tijdig.reminder_choice c where c.person = a.person and not c.by_mail)
  ), seen as materialized (
    select a.*, u.name as audience, u.route, r.relation
    from appointed a join tijdig.audience u on u.organisation = a.organisation
      cross join lateral (select case when tijdig.is_with(u.team, u.receiving, a.teams)
        then 'party' else 'other-team' end as relation) r
    where exists (
      select from tijdig.access_rule x
      where x.route = u.route and x.role = a.role and x.action = 'see' and x.relation = r.relation)
  ), told as materialized (
    select 'own' as of, s.person, s.organisation, s.audience, s.route, w.fact, k.code as worker,
      max(d.last_due) as last_due
    from seen s
      join tijdig.worker_code k on k.person = s.person and k.organisation = s.organisation
      join tijdig.work_step w on w.route = s.route
      left join warned d
        on d.of = 'own' and d.route = s.route and d.fact = w.fact and d.role = s.role
    where exists (
      select from tijdig.access_rule x
      where x.route = s.route and x.role = s.role and x.action = 'record'
        and x.relation = s.relation and x.detail = w.step)
    group by s.person, s.organisation, s.audience, s.route, w.fact, k.code
    union all
    select 'team', s.person, s.organisation, s.audience, s.route, d.fact, '*', max(d.last_due)
    from seen s join warned d on d.of = 'team' and d.route = s.route and d.role = s.role
    where s.relation = 'party'
    group by s.person, s.organisation, s.audience, s.route, d.fact
  ), due as (
    select t.*, c.due_on, c.terms
    from told t join tijdig.work_count c
      on c.audience = t.audience and c.worker = t.worker and c.fact = t.fact
        and c.due_on <= greatest($2::date, t.last_due) and c.due_on < $8::date
    union all
    -- Who walks along is told too, but of what is one's own not twice.
    select t.*, w.due_on, 1
    from told t join tijdig.work_line w
      on w.beside = t.worker and w.beside <> '' and w.audience = t.audience and w.fact = t.fact
        and w.due_on <= greatest($2::date, t.last_due) and w.due_on < $8::date
    where not exists (
      select from tijdig.worker_code k
      where k.person = t.person and k.organisation = t.organisation and k.code = w.worker)
  ), counted as (
    select of, person, route, fact,
      coalesce(sum(terms) filter (where due_on < $1::date), 0) as overdue,
      coalesce(sum(terms) filter (where due_on = $1::date), 0) as today,
      coalesce(sum(terms) filter (where due_on > $1::date and due_on <= $2::date), 0) as week,
      coalesce(sum(terms) filter (where due_on >= $1::date and due_on <= last_due), 0) as warned
    from due
    group by of, person, route, fact
    having sum(terms) > 0
  )
  insert into tijdig.digest (day, person, terms)
  select $1::date, person, jsonb_agg(jsonb_build_object('of', of, 'route', route, 'fact', fact,
    'overdue', overdue, 'today', today, 'week', week, 'warned', warned) order by of, route, fact)
  from counted group by person
  returning id`
