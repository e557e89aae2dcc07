import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { FamilyKeys } from './family-keys.ts'
import { lockKeys } from './lock-keys.ts'
import { type FamilyName, keyName } from './person.ts'

/** Destroys the key of a family that was destroyed, and notes that it is gone. */
export async function shred(
  database: Kysely<Schema>,
  keys: FamilyKeys,
  family: FamilyName,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lockKeys(transaction)
    await keys.destroy(keyName(family))
    await sql`
      update tijdig.destruction d set shredded_at = now()
      from tijdig.trajectory t
      where t.number = d.number and t.route = ${family.route} and t.id = ${family.id}`.execute(
      transaction,
    )
  })
}

export async function shredAll(database: Kysely<Schema>, keys: FamilyKeys): Promise<number> {
  const { rows } = await sql<FamilyName & { shredded: boolean }>`
    select t.route, t.id, d.shredded_at is not null as shredded
    from tijdig.destruction d join tijdig.trajectory t on t.number = d.number`.execute(database)
  let found = 0
  for (const { shredded, ...family } of rows) {
    const isThere = (await keys.find(keyName(family))) !== undefined
    if (isThere) found++
    if (isThere || !shredded) await shred(database, keys, family)
  }
  return found
}
