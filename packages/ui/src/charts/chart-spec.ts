import type { NumberKind } from '../format/number.ts'

/** A value that may not be shown, or does not exist, says so in words. */
export interface ChartValue {
  /** Null: there is nothing to draw; `note` says why. */
  readonly value: number | null
  /** What it was in the question that is compared with. */
  readonly previous?: number | null
  /** Said in place of the number: "afgeschermd". */
  readonly note?: string
}

export interface ChartRow extends ChartValue {
  readonly label: string
  /** Rows of one group stand together, under its name. */
  readonly group?: string
}

interface Words {
  readonly title: string
  /** What the reader should see in it, for those who do not see it. Left out: made from the data. */
  readonly description?: string
  /** What is counted: "kinderen". */
  readonly unit: string
  readonly format: NumberKind
}

/** Horizontal bars: one figure by one dimension. */
export interface BarsSpec extends Words {
  readonly kind: 'bars'
  /** The name of the dimension: "plaats van verblijf". */
  readonly dimension: string
  readonly rows: readonly ChartRow[]
}

export interface LinePoint extends ChartValue {
  /** Where it stands along time, in order: `2023-03` or `2023-Q1`. */
  readonly period: string
}

/** Lines over months or quarters: one a series. */
export interface LineSpec extends Words {
  readonly kind: 'line'
  readonly dimension: string
  readonly series: readonly { readonly label: string; readonly points: readonly LinePoint[] }[]
}

/** Horizontal bars, each divided in the same parts. */
export interface StackedSpec extends Words {
  readonly kind: 'stacked'
  readonly dimension: string
  readonly parts: readonly string[]
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
}

export type ChangePart = 'late' | 'corrected' | 'redefined' | 'happened'

/** From one reading to another, a step for each reason. */
export interface WaterfallSpec extends Words {
  readonly kind: 'waterfall'
  readonly from: { readonly label: string; readonly value: number }
  readonly to: { readonly label: string; readonly value: number }
  readonly steps: readonly {
    readonly part: ChangePart
    readonly label: string
    readonly value: number
  }[]
}

export type ChartSpec = BarsSpec | LineSpec | StackedSpec | WaterfallSpec

/** The numbers of a chart, as people read them. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
