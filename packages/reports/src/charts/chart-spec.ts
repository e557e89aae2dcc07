/** `bar` lies flat, one bar for each category; `waterfall` goes from one figure to another. */
export type ChartKind = 'bar' | 'stacked-bar' | 'line' | 'waterfall'

/** What is drawn and in which words; with the data it is all that a drawing needs. */
export interface ChartSpec {
  /** Unique on its page; the ids inside the drawing begin with it. */
  readonly id: string
  readonly kind: ChartKind
  readonly title: string
  /** What the figures count: `kinderen`. */
  readonly unit: string
  readonly format: 'count' | 'share'
  /** What the categories are: `Regio`. */
  readonly categoryLabel: string
  /** In whose place an own description comes; left out: one is made of the data. */
  readonly description?: string
}

/** One value to draw. */
export interface ChartDatum {
  readonly category: string
  /** A month or quarter (`2023-03`), where the category is one. */
  readonly code?: string
  /** The part of a stacked bar, or the line, that it belongs to. */
  readonly series?: string
  /** Null where protection or arithmetic leaves nothing to draw; `text` then says why. */
  readonly value: number | null
  /** How the value is written. */
  readonly text: string
  /** In a waterfall: a level (`total`) or a step (`change`). */
  readonly role?: 'total' | 'change'
}

export interface ChartTable {
  readonly head: readonly string[]
  /** The first of each row is its header. */
  readonly rows: readonly (readonly string[])[]
}

/** A drawing with its words and its data: each of them tells the whole story. */
export interface Chart {
  readonly svg: string
  readonly title: string
  readonly description: string
  readonly table: ChartTable
}

export interface ChartOptions {
  /** The page's own document in a browser, one of `linkedom` on a server. */
  readonly document: Document
  /** Pixels; 640 unless told. A phone takes 340. */
  readonly width?: number
  readonly fontFamily?: string
}
