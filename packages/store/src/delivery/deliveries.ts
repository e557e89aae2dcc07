import { formatMoment, type Moment } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { lineColumns, toLine } from '../publication/publication-line.ts'
import type { DeliveredMonth, DeliveryKey } from './delivered-month.ts'
import type { DeliveryFailure, DeliveryLine } from './delivery.ts'

/** What was delivered, and what could not be yet: for what the program itself does. */
export interface Deliveries {
  /** All of them, the newest month first. */
  list(): Promise<readonly DeliveryLine[]>
  failures(): Promise<readonly DeliveryFailure[]>
  /** Counts that a month could not be delivered, until it is. */
  fail(key: DeliveryKey, at: Moment): Promise<void>
}

export function openDeliveries(database: Kysely<Schema>): Deliveries {
  return {
    list: () => listDeliveries(database),
    failures: () => listFailures(database),
    fail: (key, at) => countFailure(database, key, at),
  }
}

/** Those that may be seen on this connection. */
export async function listDeliveries(database: Kysely<Schema>): Promise<readonly DeliveryLine[]> {
  const rows = await lineColumns(database)
    .where('delivery.number', 'is not', null)
    .orderBy('delivery.month', 'desc')
    .orderBy('delivery.institution')
    .orderBy('delivery.code')
    .execute()
  return rows.map((row) => {
    const line = toLine(row)
    return { ...line, delivered: line.delivered as DeliveredMonth }
  })
}

export async function listFailures(database: Kysely<Schema>): Promise<readonly DeliveryFailure[]> {
  const rows = await database
    .selectFrom('tijdig.delivery_failure')
    .select(['code', 'route', 'institution', 'receiver', 'month', 'tries'])
    .select(momentColumn('failed_at').as('failed_at'))
    .orderBy('month')
    .execute()
  return rows.map(({ failed_at, ...row }) => ({ ...row, failedAt: toMoment(failed_at) }))
}

async function countFailure(
  database: Kysely<Schema>,
  { code, route, institution, receiver, month }: DeliveryKey,
  at: Moment,
): Promise<void> {
  // Another server may have made it since.
  await sql`
    insert into tijdig.delivery_failure
      (code, route, institution, receiver, month, tries, failed_at)
    select ${code}, ${route}, ${institution}, ${receiver}, ${month}, 1, ${formatMoment(at)}
    where not exists (
      select from tijdig.delivery d
      where d.code = ${code} and d.institution = ${institution} and d.month = ${month})
    on conflict (code, institution, month) do update
      set tries = delivery_failure.tries + 1, failed_at = excluded.failed_at`.execute(database)
}
