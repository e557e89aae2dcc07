import { type Kysely, sql } from 'kysely'
import { type Doer, told } from '../audit/told.ts'
import type { PeopleSchema } from '../people/people-schema.ts'

/** Whoever did not choose wants it. */
export async function isWanted(database: Kysely<PeopleSchema>, person: string): Promise<boolean> {
  const { rows } = await sql<{ by_mail: boolean }>`
    select by_mail from tijdig.reminder_choice where person = ${person}::uuid`.execute(database)
  return rows[0]?.by_mail ?? true
}

export async function choose(
  database: Kysely<PeopleSchema>,
  person: string,
  byMail: boolean,
  by: Doer,
): Promise<void> {
  await told(
    database,
    by,
    (transaction) =>
      sql`insert into tijdig.reminder_choice (person, by_mail) values (${person}::uuid, ${byMail})
        on conflict (person) do update set by_mail = excluded.by_mail, chosen_at = clock_timestamp()`.execute(
        transaction,
      ),
    () => ({
      kind: 'administration',
      outcome: 'done',
      detail: { what: 'choose-reminders', person, byMail },
    }),
  )
}
