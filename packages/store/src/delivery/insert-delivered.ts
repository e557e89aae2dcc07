import type { Kysely } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { DeliveredMonth } from './delivered-month.ts'

/** Says of a publication that it was delivered, in the transaction that makes it. */
export async function insertDelivered(
  database: Kysely<Schema>,
  number: number,
  { code, route, institution, receiver, month, comparedWith, changed }: DeliveredMonth,
): Promise<void> {
  await database
    .insertInto('tijdig.delivery')
    .values({
      ...{ number, code, route, institution, receiver, month, changed },
      compared_with: comparedWith,
    })
    .execute()
  await database
    .deleteFrom('tijdig.delivery_failure')
    .where('code', '=', code)
    .where('institution', '=', institution)
    .where('month', '=', month)
    .execute()
}
