import type { Fact } from '../rendering/document-facts.ts'
import type { Heading, Inline, List, Paragraph } from './document.ts'

/**
 * A document about one family or trajectory, for who it is about: words and tables of words, without
 * figures. It is made when it is asked for and never published, so it has no number.
 */
export interface FileDocument {
  readonly format: 'tijdig-file/1'
  readonly head: DocumentHead
  readonly blocks: readonly FileBlock[]
}

export type FileBlock = Heading | Paragraph | List | TextTable

/** What stands above and below a document, and what a program reads of it. */
export interface DocumentHead {
  readonly title: string
  /** Under the title; together they name the document. */
  readonly subtitle: string
  readonly description: string
  readonly language: 'nl'
  /** The organisation that gives it. */
  readonly author: string
  /** A moment in RFC 3339. */
  readonly date: string
  readonly facts: readonly Fact[]
  /** Above the list of contents: `In dit rapport`. */
  readonly contents: string
  readonly closing: string
}

/** A table of words; the first cell of a row says what the row is about. */
export interface TextTable {
  readonly kind: 'text-table'
  readonly id: string
  /** For who hears the table: what stands above it says so for who sees it. */
  readonly label: string
  readonly head: readonly string[]
  /** How wide the columns are, beside each other. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly TextCell[])[]
}

/** Its lines, one under the other. */
export type TextCell = readonly (readonly Inline[])[]
