import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type { Json, PublicationLine, Withdrawal } from './publication.ts'

/** The columns of a line, with those of the delivery that it is, if it is one. */
export function lineColumns(database: Kysely<Schema>) {
  return database
    .selectFrom('tijdig.publication as publication')
    .leftJoin('tijdig.delivery as delivery', 'delivery.number', 'publication.number')
    .leftJoin('tijdig.withdrawal as withdrawal', 'withdrawal.number', 'publication.number')
    .select([
      'publication.number',
      'publication.template',
      'publication.title',
      'publication.route',
      'publication.question',
      'publication.position',
      momentColumn('publication.published_at').as('published_at'),
      sql<string>`encode(publication.log_hash, 'hex')`.as('log_hash'),
      sql<number>`json_array_length(publication.figures)`.as('figure_count'),
      'publication.audience',
      'publication.address',
      'withdrawal.reason',
      sql<string | null>`${momentColumn('withdrawal.withdrawn_at')}`.as('withdrawn_at'),
      'delivery.code',
      'delivery.institution',
      'delivery.receiver',
      'delivery.month',
      'delivery.compared_with',
      'delivery.changed',
    ])
}

export function toLine(
  row: Awaited<ReturnType<ReturnType<typeof lineColumns>['executeTakeFirstOrThrow']>>,
): PublicationLine {
  const { number, template, title, route, code, institution, receiver, month } = row
  const isDelivered = code !== null && institution !== null && receiver !== null && month !== null
  return {
    number,
    template,
    title,
    route,
    question: row.question as Json,
    publishedAt: toMoment(row.published_at),
    position: Number(row.position),
    logHash: row.log_hash,
    figureCount: row.figure_count,
    audience: row.audience,
    address: row.address,
    withdrawn: withdrawalOf(row.withdrawn_at, row.reason),
    ...(isDelivered && {
      delivered: {
        ...{ code, route, institution, receiver, month },
        comparedWith: row.compared_with,
        changed: row.changed,
      },
    }),
  }
}

export function withdrawalOf(at: string | null, reason: string | null): Withdrawal | null {
  return at === null || reason === null ? null : { at: toMoment(at), reason }
}
