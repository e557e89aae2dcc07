import { formatMoment } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { type Doer, told } from '../audit/told.ts'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { addPublished } from '../drafts/write-drafts.ts'
import type { Json, NewPublication, Publication, PublicationLine } from './publication.ts'

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
    ({ number, route, template }) => ({
      kind: 'publish',
      outcome: 'done',
      route,
      detail: { number, template, ...(draft && { draft: draft.id }) },
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
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return { ...publication, number }
}

/** All publications, the newest first. */
export async function listPublications(
  database: Kysely<Schema>,
): Promise<readonly PublicationLine[]> {
  const rows = await lineColumns(database).orderBy('number', 'desc').execute()
  return rows.map(toLine)
}

export async function findPublication(
  database: Kysely<Schema>,
  number: number,
): Promise<Publication | undefined> {
  const row = await lineColumns(database)
    .select(['definitions', 'figures', 'document', 'html', 'pdf'])
    .where('number', '=', number)
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

function lineColumns(database: Kysely<Schema>) {
  return database
    .selectFrom('tijdig.publication')
    .select([
      'number',
      'template',
      'title',
      'route',
      'question',
      'position',
      momentColumn('published_at').as('published_at'),
      sql<string>`encode(log_hash, 'hex')`.as('log_hash'),
      sql<number>`json_array_length(figures)`.as('figure_count'),
    ])
}

function toLine(
  row: Awaited<ReturnType<ReturnType<typeof lineColumns>['executeTakeFirstOrThrow']>>,
): PublicationLine {
  return {
    number: row.number,
    template: row.template,
    title: row.title,
    route: row.route,
    question: row.question as Json,
    publishedAt: toMoment(row.published_at),
    position: Number(row.position),
    logHash: row.log_hash,
    figureCount: row.figure_count,
  }
}
