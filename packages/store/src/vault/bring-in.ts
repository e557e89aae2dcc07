import { formatMoment, type Moment } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { lockKeys } from './lock-keys.ts'
import { type FamilyName, type FamilyPerson, keyName, PERSON_FIELDS, placeOf } from './person.ts'
import { seal } from './seal.ts'
import type { VaultDoor } from './seen-persons.ts'
import { tokensOf } from './tokens-of.ts'

export interface BroughtFamily extends FamilyName {
  readonly persons: readonly FamilyPerson[]
  /** When that was last changed, wherever it comes from. */
  readonly changedAt: Moment
}

/**
 * Keeps whole families at once, in one transaction. Those of whom something is kept already stay as
 * they are, and so do those of trajectories that are not there; gives how many were new.
 * @param database With the rights of the system.
 */
export async function bringIn(
  database: Kysely<Schema>,
  { keys, random }: VaultDoor,
  families: readonly BroughtFamily[],
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await lockKeys(transaction)
    const { rows } = await sql<{ number: number; place: number }>`
      select t.number, f.place::integer - 1 as place
      from unnest(${families.map(({ route }) => route)}::text[], ${families.map(({ id }) => id)}::text[])
        with ordinality f(route, id, place)
        join tijdig.trajectory t on t.route = f.route and t.id = f.id
      where not exists (select from tijdig.vault_person p where p.number = t.number)
        and not exists (select from tijdig.destruction d where d.number = t.number)`.execute(
      transaction,
    )
    const fresh = rows.flatMap(({ number, place }) => {
      const family = families[place]
      return family && family.persons.length > 0 ? [{ number, family }] : []
    })
    const made = await keys.createAll(fresh.map(({ family }) => keyName(family)))
    const persons = new Columns(4)
    const fields = new Columns(4)
    const tokens = new Columns(3)
    for (const { number, family } of fresh) {
      const key = made.get(keyName(family)) as Uint8Array
      for (const person of family.persons) {
        const { code, kind } = person
        persons.add(number, code, kind, formatMoment(family.changedAt))
        for (const field of PERSON_FIELDS) {
          const value = person[field]
          if (value === null) continue
          const sealed = seal(key, Buffer.from(value), placeOf(family, code, field), random)
          fields.add(number, code, field, sealed)
        }
        for (const token of tokensOf(keys.indexKey, person)) tokens.add(token, number, code)
      }
    }
    const [p, f, t] = [persons.of, fields.of, tokens.of]
    await sql`
      insert into tijdig.vault_person (number, code, kind, changed_at)
      select * from unnest(
        ${p[0]}::integer[], ${p[1]}::text[], ${p[2]}::text[], ${p[3]}::timestamptz[])`.execute(
      transaction,
    )
    await sql`
      insert into tijdig.vault_field (number, code, field, sealed)
      select * from unnest(
        ${f[0]}::integer[], ${f[1]}::text[], ${f[2]}::text[], ${f[3]}::bytea[])`.execute(
      transaction,
    )
    await sql`
      insert into tijdig.vault_index (token, number, code)
      select * from unnest(${t[0]}::bytea[], ${t[1]}::integer[], ${t[2]}::text[])`.execute(
      transaction,
    )
    return fresh.length
  })
}

/** Rows as PostgreSQL takes many at once: an array a column. */
class Columns {
  readonly of: unknown[][]

  constructor(width: number) {
    this.of = Array.from({ length: width }, () => [])
  }

  add(...values: readonly unknown[]): void {
    for (const [place, value] of values.entries()) this.of[place]?.push(value)
  }
}
