import { type Kysely, sql } from 'kysely'
import type { PeopleSchema } from './people-schema.ts'

/** Under which code the log names the work of somebody, at an organisation. */
export interface Worker {
  readonly code: string
  readonly person: string
  readonly name: string
}

/** Each code that was ever given at an organisation; of one person the newest first. */
export async function listWorkers(
  database: Kysely<PeopleSchema>,
  organisation: string,
): Promise<readonly Worker[]> {
  const { rows } = await sql<Worker>`
    select w.code, w.person, p.name
    from tijdig.worker_code w join tijdig.person p on p.id = w.person
    where w.organisation = ${organisation}
    order by p.name, p.id, w.made_at desc`.execute(database)
  return rows
}

/** Gives a person another code from now on; the ones before stay theirs. */
export async function giveWorkerCode(
  database: Kysely<PeopleSchema>,
  organisation: string,
  person: string,
  code: string,
): Promise<'given' | 'taken' | 'person-unknown'> {
  const { rows } = await sql<{ person: string }>`
    insert into tijdig.worker_code (organisation, code, person)
    select ${organisation}, ${code}, ${person}::uuid
    where exists (
      select from tijdig.appointment a
      where a.organisation = ${organisation} and a.person = ${person}::uuid)
    on conflict do nothing returning person`.execute(database)
  if (rows.length > 0) return 'given'
  const { rows: holders } = await sql<{ person: string }>`
    select person from tijdig.worker_code
    where organisation = ${organisation} and code = ${code}`.execute(database)
  const [holder] = holders
  if (!holder) return 'person-unknown'
  return holder.person === person ? 'given' : 'taken'
}
