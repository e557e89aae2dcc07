import { formatMoment } from '@tijdig/core'
import type { Kysely } from 'kysely'
import { type Doer, told } from '../audit/told.ts'
import type { Schema } from '../database/schema.ts'
import { insertDelivered } from '../delivery/insert-delivered.ts'
import { addPublished } from '../drafts/write-drafts.ts'
import type {
  Json,
  NewPublication,
  Publication,
  PublicationLine,
  Withdrawal,
} from './publication.ts'
import { lineColumns, toLine } from './publication-line.ts'

/** The draft from which something is published, at the version that was approved. */
export interface PublishedDraft {
  readonly id: string
  readonly version: number
}

/**
 * Freezes a publication under the next number, with the record of who did. From a draft only where
 * that was approved as it is: the database refuses all else, and then nothing is published.
 */
export function publish(
  database: Kysely<Schema>,
  publication: NewPublication,
  by: Doer,
  draft?: PublishedDraft,
): Promise<Publication> {
  return told(
    database,
    by,
    async (connection) => {
      const made = await insertPublication(connection, publication)
      if (draft) await addPublished(connection, draft, made.number)
      return made
    },
    ({ number, route, template, delivered }) => ({
      kind: 'publish',
      outcome: 'done',
      route,
      detail: {
        ...{ number, template },
        ...(delivered && { delivered: `${delivered.institution} ${delivered.month}` }),
        ...(draft && { draft: draft.id }),
      },
    }),
  )
}

async function insertPublication(
  database: Kysely<Schema>,
  publication: NewPublication,
): Promise<Publication> {
  const { number } = await database
    .insertInto('tijdig.publication')
    .values({
      template: publication.template,
      title: publication.title,
      route: publication.route,
      question: JSON.stringify(publication.question),
      published_at: formatMoment(publication.publishedAt),
      position: publication.position,
      log_hash: Buffer.from(publication.logHash, 'hex'),
      definitions: JSON.stringify(publication.definitions),
      figures: JSON.stringify(publication.figures),
      document: JSON.stringify(publication.document),
      html: publication.html,
      pdf: Buffer.from(publication.pdf),
      audience: publication.open ? 'public' : 'chain',
      address: publication.open?.address ?? null,
      words: publication.open?.words ?? null,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  if (publication.delivered) await insertDelivered(database, number, publication.delivered)
  const { open, ...frozen } = publication
  return {
    ...frozen,
    number,
    audience: open ? 'public' : 'chain',
    address: open?.address ?? null,
    withdrawn: null,
  }
}

/** Has a publication not given out any more to who did not sign in, with the record of who did. */
export function withdraw(
  database: Kysely<Schema>,
  number: number,
  { at, reason }: Withdrawal,
  by: Doer,
): Promise<void> {
  return told(
    database,
    by,
    async (connection) => {
      const values = { number, withdrawn_at: formatMoment(at), reason }
      await connection.insertInto('tijdig.withdrawal').values(values).execute()
    },
    () => ({ kind: 'withdraw', outcome: 'done', detail: { number, reason } }),
  )
}

/** All publications, the newest first. */
export async function listPublications(
  database: Kysely<Schema>,
): Promise<readonly PublicationLine[]> {
  const rows = await lineColumns(database).orderBy('publication.number', 'desc').execute()
  return rows.map(toLine)
}

export async function findPublication(
  database: Kysely<Schema>,
  number: number,
): Promise<Publication | undefined> {
  const row = await lineColumns(database)
    .select(['definitions', 'figures', 'document', 'html', 'pdf'])
    .where('publication.number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  const { figureCount: _, ...line } = toLine(row)
  return {
    ...line,
    definitions: row.definitions as Json,
    figures: row.figures as Json[],
    document: row.document as Json,
    html: row.html,
    pdf: row.pdf,
  }
}
