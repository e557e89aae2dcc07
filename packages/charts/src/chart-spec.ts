import type { NumberKind } from './notation/number.ts'

/** A value to draw, which another step has protected and may have written. */
export interface ChartValue {
  /** Null: there is nothing to draw; `text` says why. */
  readonly value: number | null
  /**
   * How it is written, or in words why there is no number: "afgeschermd". Left out: the number in
   * the notation of its kind.
   */
  readonly text?: string
  /** What it was in the question that is compared with. */
  readonly previous?: number | null
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
  /** What is counted: "kinderen"; of a share what it is a part of: "van de aanmeldingen". */
  readonly unit: string
  readonly format: NumberKind
}

/** What is aimed at: a line across the drawing, with its name. */
export interface ChartTarget {
  /** "doel 100%" */
  readonly label: string
  readonly value: number
  /** The first period for which it counts, until the next target; left out: all. Not of bars. */
  readonly from?: string
}

/** Horizontal bars: one figure by one dimension. */
export interface BarsSpec extends Words {
  readonly kind: 'bars'
  /** The name of the dimension: "Plaats van verblijf". */
  readonly dimension: string
  readonly rows: readonly ChartRow[]
  readonly target?: ChartTarget
}

export interface LinePoint extends ChartValue {
  /** Where it stands along time: `2023-03` or `2023-Q1`. Points of any other code keep their order. */
  readonly period: string
  /** What a code is called that is neither month nor quarter. */
  readonly name?: string
}

export interface Series {
  readonly label: string
  readonly points: readonly LinePoint[]
}

/** Lines over months or quarters: one a series. */
export interface LineSpec extends Words {
  readonly kind: 'line'
  readonly dimension: string
  readonly series: readonly Series[]
  /** In order of time. */
  readonly targets?: readonly ChartTarget[]
}

/** Horizontal bars, each divided in the same parts. */
export interface StackedSpec extends Words {
  readonly kind: 'stacked'
  readonly dimension: string
  readonly parts: readonly string[]
  /** Of each row a value for each part, in their order. */
  readonly rows: readonly { readonly label: string; readonly values: readonly ChartValue[] }[]
}

export type ChangePart = 'late' | 'corrected' | 'redefined' | 'happened'

/** An end of a change. */
export interface Level {
  readonly label: string
  readonly value: number
  readonly text?: string
}

/** From one reading to another, a step for each reason; a step of nothing is not drawn. */
export interface WaterfallSpec extends Words {
  readonly kind: 'waterfall'
  readonly from: Level
  readonly to: Level
  readonly steps: readonly (Level & { readonly part: ChangePart })[]
}

export interface MapRow extends ChartValue {
  /** A region by code or name; one that is not known stands in a list below the map. */
  readonly region: string
  readonly label: string
}

/** One figure by youth region, each region a tile. */
export interface MapSpec extends Words {
  readonly kind: 'map'
  readonly dimension: string
  readonly rows: readonly MapRow[]
}

export type ChartSpec = BarsSpec | LineSpec | StackedSpec | WaterfallSpec | MapSpec

/** The numbers of a chart, as people read them. */
export interface ChartTable {
  readonly head: readonly string[]
  /** The first of each row is its header. */
  readonly rows: readonly (readonly string[])[]
}
