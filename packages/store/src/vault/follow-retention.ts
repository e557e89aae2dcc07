import { createHash } from 'node:crypto'
import {
  type Day,
  EVERYTHING,
  endOfKeeping,
  type FoldPlan,
  fold,
  formatDay,
  type LogSource,
  readEvents,
  type TrajectoryEvents,
} from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { dayColumn } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'

const LOCK_SPACE = 0x54494a44
const FOLLOWING = 8

export interface RetentionSource {
  /** With the rights of the system. */
  readonly database: Kysely<Schema>
  readonly log: LogSource
  readonly plans: ReadonlyMap<string, FoldPlan>
}

/**
 * Brings up to date until when each file is kept: of all when the rules are others than before, else
 * of those in which something was recorded or changed since. One program at a time.
 */
export async function followRetention(
  { database, log, plans }: RetentionSource,
  today: Day,
): Promise<void> {
  const rules = rulesInForce(plans, today)
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, ${FOLLOWING})`.execute(transaction)
    const { position } = await log.head()
    const { rows } = await sql<{
      position: string
      rules: string
      until: string
      changed: boolean
    }>`
      select position, rules, vault_until::text as until,
        exists (select from tijdig.vault_change where changed_at > vault_until) as changed
      from tijdig.retention_reach`.execute(transaction)
    const reach = rows[0]
    if (reach?.rules !== rules) {
      await sql`delete from tijdig.retention_end`.execute(transaction)
      for await (const batch of log.readTrajectories(position)) {
        await write(transaction, plans, batch, today)
      }
    } else {
      const from = Number(reach.position)
      if (from === position && !reach.changed) return
      const recorded =
        from === position
          ? []
          : await log.findAffected({ ...EVERYTHING, position: from }, { ...EVERYTHING, position })
      const { rows: changed } = await sql<{ number: number }>`
        select number from tijdig.vault_change
        where changed_at > ${reach.until}::timestamptz`.execute(transaction)
      const numbers = [...new Set([...recorded, ...changed.map(({ number }) => number)])]
      for await (const batch of log.readTrajectoriesByNumber(numbers, position)) {
        await write(transaction, plans, batch, today)
      }
    }
    // A change that is being made now carries a moment before this one: a margin finds it next time.
    await sql`
      insert into tijdig.retention_reach (position, vault_until, rules)
      values (${position}, now() - interval '1 minute', ${rules})
      on conflict (only_one) do update set position = excluded.position,
        vault_until = excluded.vault_until, rules = excluded.rules`.execute(transaction)
  })
}

async function write(
  transaction: Kysely<Schema>,
  plans: ReadonlyMap<string, FoldPlan>,
  trajectories: readonly TrajectoryEvents[],
  today: Day,
): Promise<void> {
  const numbers = trajectories.map(({ number }) => number)
  const { rows } = await sql<{ number: number; day: Day }>`
    select number, ${dayColumn('day')} as day
    from (select number, (changed_at at time zone 'Europe/Amsterdam')::date as day
      from tijdig.vault_change where number = any(${numbers})) c`.execute(transaction)
  const changes = new Map(rows.map(({ number, day }) => [number, day]))
  const ends = trajectories.flatMap(({ number, route, id, events }) => {
    const plan = plans.get(route)
    if (!plan) return []
    const facts = fold(plan, readEvents(events))
    const file = { facts, events, personsChangedOn: changes.get(number) ?? null }
    const end = endOfKeeping(plan, file, today)
    return end ? [{ number, route, id, day: formatDay(end.endsOn), rule: end.rule.code }] : []
  })
  await sql`delete from tijdig.retention_end where number = any(${numbers})`.execute(transaction)
  await sql`
    insert into tijdig.retention_end (number, route, id, ends_on, rule)
    select * from unnest(${ends.map((end) => end.number)}::integer[],
      ${ends.map((end) => end.route)}::text[], ${ends.map((end) => end.id)}::text[],
      ${ends.map((end) => end.day)}::date[], ${ends.map((end) => end.rule)}::text[])`.execute(
    transaction,
  )
}

/** Another text for other rules, and once other ones come into force. */
function rulesInForce(plans: ReadonlyMap<string, FoldPlan>, today: Day): string {
  const written = [...plans.values()].map(({ route }) => [
    route.code,
    route.retention?.findLast(({ inForceFrom }) => inForceFrom <= formatDay(today)),
    route.facts,
  ])
  return createHash('sha256').update(JSON.stringify(written)).digest('hex')
}
