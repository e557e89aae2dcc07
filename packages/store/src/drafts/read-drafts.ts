import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type {
  Draft,
  DraftEvent,
  DraftLine,
  DraftMoment,
  DraftRemark,
  DraftStep,
  DraftText,
} from './draft.ts'

type Base = Kysely<Schema>

/** Moments as RFC 3339 in UTC. */
const moment = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const act = (at: string, person: string) =>
  sql`json_build_object('person', ${sql.ref(`${person}.id`)}, 'name', ${sql.ref(`${person}.name`)}, 'at', ${moment(at)})`

const lines = sql`
  select d.id, d.route, d.template, d.title, d.question, d.head,
    tijdig.draft_state(d.id) as state, coalesce(s.version, 0) as version,
    ${act('d.begun_at', 'b')} as begun,
    case when s.version is null then ${act('d.begun_at', 'b')} else ${act('s.at', 'w')} end as written
  from tijdig.draft d join tijdig.person b on b.id = d.begun_by
    left join lateral (
      select version, at, person from tijdig.draft_step where draft = d.id order by version desc limit 1
    ) s on true
    left join tijdig.person w on w.id = s.person`

/** Those of an organisation, the newest first. */
export async function listDrafts(database: Base, organisation: string): Promise<DraftLine[]> {
  const { rows } = await sql<DraftLine & { head: string }>`
    ${lines} where d.organisation = ${organisation} order by d.begun_at desc limit 500
  `.execute(database)
  return rows.map(({ head: _, ...line }) => line)
}

export async function findDraft(
  database: Base,
  organisation: string,
  id: string,
): Promise<Draft | undefined> {
  const { rows } = await sql<Omit<Draft, 'events'>>`
    ${lines} where d.organisation = ${organisation} and d.id = ${id}`.execute(database)
  const [found] = rows
  if (!found) return undefined
  const events = await sql<DraftEvent>`
    select e.kind, e.version, e.reason, e.publication, p.id as person, p.name, ${moment('e.at')} as at
    from tijdig.draft_event e join tijdig.person p on p.id = e.person
    where e.draft = ${id} order by e.number`.execute(database)
  return { ...found, events: events.rows }
}

/** The text to read on from to a version: the nearest that was kept, and the steps after it. */
export async function readDraftText(database: Base, id: string, upTo: number): Promise<DraftText> {
  const { rows } = await sql<{ version: number; text: DraftText['text'] }>`
    select version, text from (
      select 0 as version, text from tijdig.draft where id = ${id}
      union all
      (select version, text from tijdig.draft_moment
        where draft = ${id} and version <= ${upTo} order by version desc limit 1)
    ) kept order by version desc limit 1`.execute(database)
  const [kept] = rows
  if (!kept) throw new Error(`there is no draft ${id}`)
  return { ...kept, steps: await readSteps(database, id, kept.version, upTo) }
}

export async function readSteps(
  database: Base,
  id: string,
  after: number,
  upTo: number,
): Promise<DraftStep[]> {
  const { rows } = await sql<DraftStep>`
    select s.version, s.step, s.client, p.id as person, p.name, ${moment('s.at')} as at
    from tijdig.draft_step s join tijdig.person p on p.id = s.person
    where s.draft = ${id} and s.version > ${after} and s.version <= ${upTo} order by s.version
  `.execute(database)
  return rows
}

export async function listMoments(database: Base, id: string): Promise<DraftMoment[]> {
  const { rows } = await sql<DraftMoment>`
    select m.id, m.version, m.name as called, p.id as person, p.name, ${moment('m.at')} as at
    from tijdig.draft_moment m join tijdig.person p on p.id = m.person
    where m.draft = ${id} order by m.at desc`.execute(database)
  return rows
}

export async function listRemarks(database: Base, id: string): Promise<DraftRemark[]> {
  const { rows } = await sql<DraftRemark>`
    select r.id, r.thread, r.kind, r.quote, r.words, p.id as person, p.name, ${moment('r.at')} as at,
      case when r.version is not null then
        json_build_object('version', r.version, 'from', r.place_from, 'to', r.place_to) end as place
    from tijdig.draft_remark r join tijdig.person p on p.id = r.person
    where r.draft = ${id} order by r.at, r.id`.execute(database)
  return rows
}
