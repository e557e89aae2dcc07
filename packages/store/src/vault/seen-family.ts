import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { FamilyName } from './person.ts'

/** A family as far as the actor of this transaction may know it. */
export interface SeenFamily {
  readonly number: number
  readonly sees: boolean
  readonly mayKeep: boolean
  /** `YYYY-MM-DD`; null while it is kept. */
  readonly destroyedOn: string | null
}

/** Undefined where there is no such trajectory, and where it may not be seen. */
export async function findSeenFamily(
  connection: Kysely<Schema>,
  { route, id }: FamilyName,
): Promise<SeenFamily | undefined> {
  const { rows } = await sql<{
    number: number
    sees: boolean
    may_keep: boolean
    destroyed_on: string | null
  }>`
    select t.number, tijdig.sees_persons(t.number) as sees,
      tijdig.may_keep_persons(t.number) as may_keep,
      (d.decided_at at time zone 'Europe/Amsterdam')::date::text as destroyed_on
    from tijdig.find_trajectory(${route}, ${id}) t
      left join tijdig.destruction d on d.number = t.number`.execute(connection)
  const found = rows[0]
  if (!found) return undefined
  const { number, sees, may_keep: mayKeep, destroyed_on: destroyedOn } = found
  return { number, sees, mayKeep: mayKeep && destroyedOn === null, destroyedOn }
}
