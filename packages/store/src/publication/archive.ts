import { type Kysely, sql } from 'kysely'
import { momentColumn, toMoment } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import type { Edition, EditionLine, Json } from './publication.ts'
import { withdrawalOf } from './publication-line.ts'

/**
 * What was published for everybody. It asks nothing about who asks: the functions of the database
 * that it reads by give what is public and nothing else, and have no number to give.
 */
export interface Archive {
  /** The newest first. @param words That must all stand in the title or the text. */
  editions(words?: readonly string[]): Promise<readonly EditionLine[]>
  /** Undefined where there is none, or none for everybody. */
  findEdition(address: string): Promise<Edition | undefined>
}

/** @param actors Of the pool of actors; no session is set on its connections. */
export function openArchive(actors: Kysely<Schema>): Archive {
  return {
    editions: (words = []) => listEditions(actors, words),
    findEdition: (address) => findEdition(actors, address),
  }
}

async function listEditions(
  actors: Kysely<Schema>,
  words: readonly string[],
): Promise<readonly EditionLine[]> {
  const { rows } = await sql<LineRow>`
    select address, template, title, author, description, period, cut_off, known_at, reason,
      ${momentColumn('published_at')} as published_at, ${momentColumn('withdrawn_at')} as withdrawn_at
    from tijdig.public_editions(${[...words]}::text[])`.execute(actors)
  return rows.map((row) => ({
    address: row.address,
    template: row.template,
    title: row.title,
    author: row.author,
    description: row.description ?? '',
    period: row.period ?? '',
    cutOff: row.cut_off,
    knownAt: row.known_at,
    publishedAt: toMoment(row.published_at),
    withdrawn: withdrawalOf(row.withdrawn_at, row.reason),
  }))
}

interface LineRow {
  address: string
  template: string
  title: string
  author: string
  description: string | null
  period: string | null
  cut_off: string
  known_at: string
  published_at: string
  withdrawn_at: string | null
  reason: string | null
}

async function findEdition(actors: Kysely<Schema>, address: string): Promise<Edition | undefined> {
  const { rows } = await sql<EditionRow>`
    select address, template, title, author, route, reason, position, log_hash, question,
      definitions, figures, document, html, pdf,
      ${momentColumn('published_at')} as published_at, ${momentColumn('withdrawn_at')} as withdrawn_at
    from tijdig.public_edition(${address})`.execute(actors)
  const [row] = rows
  if (!row) return undefined
  const { template, title, author } = row
  const publishedAt = toMoment(row.published_at)
  const withdrawn = withdrawalOf(row.withdrawn_at, row.reason)
  const line = { address: row.address, template, title, author, publishedAt, withdrawn }
  if (withdrawn) return { ...line, content: null }
  return {
    ...line,
    content: {
      address: row.address,
      template,
      title,
      route: row.route,
      question: row.question,
      publishedAt,
      position: Number(row.position),
      logHash: row.log_hash,
      definitions: row.definitions,
      figures: row.figures,
      document: row.document,
      html: row.html,
      pdf: row.pdf,
    },
  }
}

interface EditionRow extends Pick<LineRow, 'address' | 'template' | 'title' | 'author' | 'reason'> {
  route: string
  published_at: string
  withdrawn_at: string | null
  position: string
  log_hash: string
  question: Json
  definitions: Json
  figures: Json[]
  document: Json
  html: string
  pdf: Buffer
}
