import type { ClientBase, Pool } from 'pg'
import type { FamilyName } from '../vault/person.ts'

/** Of whom the keys were destroyed, on whose decision: so that an older backup knows it too. */
export interface DestroyedFamily extends FamilyName {
  /** The row as PostgreSQL writes it, without the number: that follows from the trajectory. */
  readonly destruction: object
  /** Who proposed and who decided, as they stood among the people. */
  readonly people: readonly object[]
}

export const DESTROYED_FILE = 'destroyed.ndjson'

export async function readDestroyed(pool: Pool): Promise<DestroyedFamily[]> {
  const { rows } = await pool.query<DestroyedFamily>(`
    select t.route, t.id, to_jsonb(d) - 'number' as destruction, people.people
    from tijdig.destruction d
      join tijdig.trajectory t on t.number = d.number
      cross join lateral (
        select jsonb_agg(to_jsonb(p) order by p.id) as people
        from tijdig.person p where p.id in (d.proposed_by, d.decided_by)) people
    order by d.number`)
  return rows
}

export function writeDestroyed(families: readonly DestroyedFamily[]): string {
  return families.map((family) => `${JSON.stringify(family)}\n`).join('')
}

export function parseDestroyed(text: string): DestroyedFamily[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DestroyedFamily)
}

/**
 * Destroys again what was destroyed after a backup was made, in the transaction that puts it back.
 * Gives how many were not destroyed in the backup.
 */
export async function destroyAgain(
  client: ClientBase,
  families: readonly DestroyedFamily[],
): Promise<number> {
  let again = 0
  // That it was two people, on its day, was asked when it was done.
  await client.query('alter table tijdig.destruction disable trigger user')
  for (const { route, id, destruction, people } of families) {
    const { rows } = await client.query<{ number: number }>(
      `select t.number from tijdig.trajectory t
      where t.route = $1 and t.id = $2
        and not exists (select from tijdig.destruction d where d.number = t.number)`,
      [route, id],
    )
    const number = rows[0]?.number
    if (number === undefined) continue
    again++
    await client.query(
      `insert into tijdig.person
      select p.* from jsonb_populate_recordset(null::tijdig.person, $1) p
      on conflict do nothing`,
      [JSON.stringify(people)],
    )
    await client.query(
      `insert into tijdig.destruction
      select d.* from jsonb_populate_record(null::tijdig.destruction, $1) d`,
      [JSON.stringify({ ...destruction, number })],
    )
    await client.query('delete from tijdig.destruction_proposal where number = $1', [number])
    await client.query('delete from tijdig.vault_person where number = $1', [number])
  }
  await client.query('alter table tijdig.destruction enable trigger user')
  return again
}
