import { formatMoment } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { type Doer, told } from '../audit/told.ts'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type {
  Json,
  NewPublication,
  Publication,
  PublicationLine,
  Withdrawal,
} from './publication.ts'

/** Freezes a publication under the next number, with the record of who did. */
export function publish(
  database: Kysely<Schema>,
  publication: NewPublication,
  by: Doer,
): Promise<Publication> {
  return told(
    database,
    by,
    (connection) => insertPublication(connection, publication),
    ({ number, route, template }) => ({
      kind: 'publish',
      outcome: 'done',
      route,
      detail: { number, template },
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
  const rows = await lineColumns(database).orderBy('tijdig.publication.number', 'desc').execute()
  return rows.map(toLine)
}

export async function findPublication(
  database: Kysely<Schema>,
  number: number,
): Promise<Publication | undefined> {
  const row = await lineColumns(database)
    .select(['definitions', 'figures', 'document', 'html', 'pdf'])
    .where('tijdig.publication.number', '=', number)
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
    .leftJoin('tijdig.withdrawal as w', 'w.number', 'tijdig.publication.number')
    .select([
      'tijdig.publication.number',
      'template',
      'title',
      'route',
      'question',
      'position',
      momentColumn('published_at').as('published_at'),
      sql<string>`encode(log_hash, 'hex')`.as('log_hash'),
      sql<number>`json_array_length(figures)`.as('figure_count'),
      'audience',
      'address',
      'reason',
      sql<string | null>`${momentColumn('w.withdrawn_at')}`.as('withdrawn_at'),
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
    audience: row.audience,
    address: row.address,
    withdrawn: withdrawalOf(row.withdrawn_at, row.reason),
  }
}

export function withdrawalOf(at: string | null, reason: string | null): Withdrawal | null {
  return at === null || reason === null ? null : { at: toMoment(at), reason }
}
