import type { ChartSpec } from '@tijdig/charts'
import type { Shown } from '@tijdig/figures'
import type { ProtectionName } from '../template/template.ts'

/**
 * A report as data: all that its renderings show, and nothing that protection hides. It is kept
 * in the publication, so the same input gives the same JSON to the byte.
 */
export interface ReportDocument {
  readonly format: 'tijdig-document/1'
  readonly metadata: Metadata
  readonly blocks: readonly Block[]
  readonly footnotes: readonly Footnote[]
}

export interface Metadata {
  readonly template: string
  readonly title: string
  readonly description: string
  readonly language: 'nl'
  /** The organisation that publishes. */
  readonly author: string
  readonly route: string
  /** What the report is about, in words: `februari en maart 2023`. */
  readonly period: string
  readonly protection: ProtectionName
  readonly question: QuestionAsked
  /** The question that changes are told against; null where there is none. */
  readonly comparedWith: QuestionAsked | null
  /** The definitions that the figures of this report are counted by, by indicator. */
  readonly definitions: readonly DefinitionUsed[]
  /** Null in a preview. */
  readonly publication: PublicationStamp | null
}

export interface QuestionAsked {
  /** `YYYY-MM-DD` */
  readonly cutOff: string
  /** A moment in RFC 3339. */
  readonly knownAt: string
}

export interface DefinitionUsed {
  readonly indicator: string
  readonly label: string
  readonly version: number
  readonly inForceFrom: string
  /** Whether the report keeps to this version, whatever is in force. */
  readonly pinned: boolean
  readonly words: string
  readonly hash: string
}

/** What a publication is known by and what proves that it is read at its place in the log. */
export interface PublicationStamp {
  readonly number: number
  /** Of one for everybody, shown in the place of the number, which tells how many others there are. */
  readonly address?: string
  /** A moment in RFC 3339. */
  readonly publishedAt: string
  readonly position: number
  readonly logHash: string
}

export type Block = Heading | Paragraph | List | Table | ChartBlock | PartsTable

export interface Heading {
  readonly kind: 'heading'
  readonly level: 2 | 3 | 4
  readonly id: string
  readonly inlines: readonly Inline[]
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly inlines: readonly Inline[]
}

export interface List {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly Block[])[]
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'em'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'footnote'; readonly number: number }
  | FigureValue
  | KeptValue

/** A number or a day that a programme keeps, or how many of its parts there are. */
export interface KeptValue {
  readonly kind: 'kept'
  /** Its anchor, the same in each edition of the report. */
  readonly id: string
  readonly text: string
  readonly source: { readonly programme: string; readonly key: string }
}

/** A number as it is shown, and where it comes from. */
export interface FigureValue {
  readonly kind: 'figure'
  /** Its anchor: made of the cell, so that it stays the same in each edition of the report. */
  readonly id: string
  readonly text: string
  readonly shown: Shown
  readonly source: FigureSource
}

export interface FigureSource {
  readonly indicator: string
  readonly definition: number
  readonly part: FigurePart
  /** More than one: their sum. */
  readonly cells: readonly Readonly<Record<string, string>>[]
}

/** Of a figure its value or what it is divided from; of a change its two ends and four parts. */
export type FigurePart =
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'from'
  | 'to'
  | 'difference'
  | ChangePart

export type ChangePart = 'late' | 'corrected' | 'redefined' | 'happened'

export interface Table {
  readonly kind: 'table'
  readonly id: string
  /** `Tabel 3` */
  readonly number: string
  readonly caption: string
  readonly content: TableContent
  /** What must be known to read it: that figures are rounded, or that rows were left out. */
  readonly notes: readonly string[]
}

export interface TableContent {
  /** The first is the head of the column of row headers. */
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly header: string
  readonly cells: readonly FigureValue[]
  readonly total: boolean
}

/** A table of words about the parts of a programme. */
export interface PartsTable {
  readonly kind: 'parts'
  readonly id: string
  /** `Tabel 3` */
  readonly number: string
  readonly caption: string
  readonly head: readonly string[]
  /** How wide the columns are, beside each other. */
  readonly widths: readonly number[]
  /** The first cell of a row says what the row is about. */
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

export interface ChartBlock {
  readonly kind: 'chart'
  readonly id: string
  /** `Figuur 2` */
  readonly number: string
  /** What is drawn, each value with its text as it is shown. */
  readonly spec: ChartSpec
  /** In words what can be seen. */
  readonly description: string
  readonly table: TableContent
  readonly notes: readonly string[]
}

export interface Footnote {
  readonly number: number
  readonly inlines: readonly Inline[]
}
