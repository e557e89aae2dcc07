import { err, ok, type Result } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import type { Doer } from '../audit/told.ts'
import { told } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import type { Json } from '../publication/publication.ts'
import type { DraftRefusal, NewDraft, NewDraftEvent, NewDraftRemark } from './draft.ts'

type Base = Kysely<Schema>

/** What the database says of what it refused, and what it is to whoever asked. */
const REFUSALS: Readonly<Record<string, DraftRefusal>> = {
  draft_behind: 'behind',
  draft_closed: 'closed',
  draft_state: 'not-now',
  draft_second_person: 'same-person',
  may_approve_draft: 'not-a-publisher',
}

/** How long somebody may pause and still be writing at the same stretch, in the audit. */
const STRETCH = '15 minutes'

export function beginDraft(database: Base, draft: NewDraft, by: Doer): Promise<string> {
  const { organisation, route, template, title, head, question, text } = draft
  return told(
    database,
    by,
    async (connection) => {
      const { rows } = await sql<{ id: string }>`
        insert into tijdig.draft (organisation, route, template, title, head, question, text, begun_by)
        values (${organisation}, ${route}, ${template}, ${title}, ${head},
          ${JSON.stringify(question)}, ${JSON.stringify(text)}, null)
        returning id`.execute(connection)
      const [made] = rows
      if (!made) throw new Error('a draft was not begun')
      return made.id
    },
    (id) => ({
      kind: 'draft-changed',
      outcome: 'done',
      route,
      detail: { what: 'begun', draft: id, template },
    }),
  )
}

/**
 * Adds steps after a version: all of them or, where others were first, none. The audit has one
 * record for each stretch in which somebody writes; each step has its own person and moment.
 */
export function addSteps(
  database: Base,
  {
    id,
    route,
    after,
    client,
    steps,
  }: {
    readonly id: string
    readonly route: string
    readonly after: number
    readonly client: string
    readonly steps: readonly Json[]
  },
  by: Doer,
): Promise<Result<unknown, DraftRefusal>> {
  return refusable(
    told(
      database,
      by,
      async (connection) => {
        const values = steps.map(
          (step, index) =>
            sql`(${id}, ${after + 1 + index}, ${JSON.stringify(step)}, ${client}, null)`,
        )
        await sql`insert into tijdig.draft_step (draft, version, step, client, person)
          values ${sql.join(values)}`.execute(connection)
        const { rows } = await sql<{ begins: boolean }>`
          select not exists (
            select from tijdig.draft_step s join tijdig.draft_step n using (draft, person)
            where s.draft = ${id} and s.version = ${after} and n.version = ${after + 1}
              and s.at > n.at - ${STRETCH}::interval
          ) as begins`.execute(connection)
        return rows[0]?.begins === true
      },
      (begins) =>
        begins ? entry(id, route, 'written', { version: after + steps.length }) : undefined,
    ),
  )
}

export function keepMoment(
  database: Base,
  {
    id,
    route,
    version,
    name,
    text,
  }: {
    readonly id: string
    readonly route: string
    readonly version: number
    readonly name: string | null
    readonly text: Json
  },
  by: Doer,
): Promise<void> {
  return told(
    database,
    by,
    async (connection) => {
      await sql`insert into tijdig.draft_moment (draft, version, name, text, person)
        values (${id}, ${version}, ${name}, ${JSON.stringify(text)}, null)`.execute(connection)
    },
    () => (name === null ? undefined : entry(id, route, 'moment-named', { version })),
  )
}

export function addEvent(
  database: Base,
  id: string,
  route: string,
  { kind, version, reason }: NewDraftEvent,
  by: Doer,
): Promise<Result<void, DraftRefusal>> {
  return refusable(
    told(
      database,
      by,
      async (connection) => {
        await sql`insert into tijdig.draft_event (draft, number, kind, version, reason, person)
          values (${id}, 0, ${kind}, ${version}, ${reason ?? null}, null)`.execute(connection)
      },
      () => entry(id, route, kind, { version }),
    ),
  )
}

/** That a draft was published, in the transaction of the publication. */
export async function addPublished(
  connection: Base,
  { id, version }: { readonly id: string; readonly version: number },
  publication: number,
): Promise<void> {
  await sql`insert into tijdig.draft_event (draft, number, kind, version, publication, person)
    values (${id}, 0, 'published', ${version}, ${publication}, null)`.execute(connection)
}

export function addRemark(
  database: Base,
  id: string,
  route: string,
  { kind, thread, place, quote, words }: NewDraftRemark,
  by: Doer,
): Promise<void> {
  return told(
    database,
    by,
    async (connection) => {
      await sql`
        insert into tijdig.draft_remark
          (draft, thread, kind, version, place_from, place_to, quote, words, person)
        values (${id}, ${thread}, ${kind}, ${place?.version ?? null}, ${place?.from ?? null},
          ${place?.to ?? null}, ${quote}, ${words}, null)`.execute(connection)
    },
    () => entry(id, route, kind, {}),
  )
}

function entry(draft: string, route: string, what: string, detail: Record<string, unknown>) {
  return {
    kind: 'draft-changed',
    outcome: 'done',
    route,
    detail: { what, draft, ...detail },
  } as const
}

/** What the database refuses by name is a value; all else is a fault. */
async function refusable<T>(work: Promise<T>): Promise<Result<T, DraftRefusal>> {
  try {
    return ok(await work)
  } catch (error) {
    const named = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
    const refusal = REFUSALS[named]
    if (refusal) return err(refusal)
    throw error
  }
}
