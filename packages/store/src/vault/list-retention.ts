import type { Moment } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'

export interface RetentionQuery {
  readonly route: string
  /** `2041-03`: those that end in this month; left out: those that ended, and what was decided of it. */
  readonly month?: string
}

export interface RetentionPage {
  /** How many end in each month that is still to come or is not done, the first first. */
  readonly months: readonly { readonly month: string; readonly trajectories: number }[]
  readonly lines: readonly RetentionLine[]
  /** Whether there are more than are listed. */
  readonly isMore: boolean
}

interface RetentionLine {
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly endsOn: string
  /** The code of the rule. */
  readonly rule: string
  readonly state: 'kept' | 'due' | 'proposed' | 'destroyed'
  readonly mayDestroy: boolean
  readonly proposal: {
    readonly by: string
    readonly at: Moment
    /** Whether it is one's own: then another has to decide. */
    readonly own: boolean
  } | null
  readonly destroyedOn: string | null
}

const MOST = 200

/** What ends when, of the trajectories that the actor of this transaction may see. */
export async function listRetention(
  connection: Kysely<Schema>,
  { route, month }: RetentionQuery,
): Promise<RetentionPage> {
  const { rows: months } = await sql<{ month: string; trajectories: number }>`
    select to_char(e.ends_on, 'YYYY-MM') as month, count(*)::integer as trajectories
    from tijdig.retention_end e
    where e.route = ${route}
      and not exists (select from tijdig.destruction d where d.number = e.number)
    group by 1 order by 1`.execute(connection)
  const chosen =
    month === undefined
      ? sql`(e.ends_on < tijdig.today() or d.number is not null)`
      : sql`e.ends_on >= ${`${month}-01`}::date
          and e.ends_on < (${`${month}-01`}::date + interval '1 month') and d.number is null`
  const { rows } = await sql<Row>`
    select e.id, coalesce(d.ends_on, e.ends_on)::text as ends_on, coalesce(d.rule, e.rule) as rule,
      case when d.number is not null then 'destroyed' when p.number is not null then 'proposed'
        when e.ends_on < tijdig.today() then 'due' else 'kept' end as state,
      tijdig.may_destroy(e.number) as may_destroy, p.proposed_name,
      ${momentColumn('p.proposed_at')} as proposed_at,
      p.proposed_by = (select a.person from tijdig.find_actor() a) as own,
      (d.decided_at at time zone 'Europe/Amsterdam')::date::text as destroyed_on
    from tijdig.retention_end e
      left join tijdig.destruction_proposal p on p.number = e.number
      left join tijdig.destruction d on d.number = e.number
    where e.route = ${route} and ${chosen}
    order by d.number is not null, e.ends_on, e.id
    limit ${MOST + 1}`.execute(connection)
  return {
    months,
    isMore: rows.length > MOST,
    lines: rows.slice(0, MOST).map((row) => ({
      id: row.id,
      endsOn: row.ends_on,
      rule: row.rule,
      state: row.state,
      mayDestroy: row.may_destroy,
      proposal:
        row.proposed_name === null || row.proposed_at === null
          ? null
          : { by: row.proposed_name, at: toMoment(row.proposed_at), own: row.own === true },
      destroyedOn: row.destroyed_on,
    })),
  }
}

interface Row {
  readonly id: string
  readonly ends_on: string
  readonly rule: string
  readonly state: RetentionLine['state']
  readonly may_destroy: boolean
  readonly proposed_name: string | null
  readonly proposed_at: string | null
  readonly own: boolean | null
  readonly destroyed_on: string | null
}
