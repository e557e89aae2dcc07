/**
 * An indicator: what is counted over the facts of a route, as data. Made with `defineIndicator`.
 * A new meaning is a new version with the day from which it is in force; old ones stay, so that an
 * old figure can be calculated again.
 */
export interface IndicatorDefinition {
  /** `ot.status`: the route and what it counts. */
  readonly code: string
  readonly route: string
  readonly label: string
  /** What one counts: "kinderen", "aanmeldingen". */
  readonly unit: string
  readonly dimensions: Readonly<Record<string, DimensionDefinition>>
  readonly versions: readonly [IndicatorVersion, ...IndicatorVersion[]]
  /** Printed without being asked for by name. */
  readonly listed: boolean
}

export interface DimensionDefinition {
  readonly label: string
  /** The words for its codes; a code that is not here shows itself. */
  readonly values: Readonly<Record<string, string>>
  /**
   * Where it is read from when a measure does not say so itself: another way to divide what is
   * counted, which changes nothing of what is counted, and so nothing of the definition.
   */
  readonly source?: DimensionSource
}

export interface IndicatorVersion {
  readonly version: number
  /** `YYYY-MM-DD`: the first day on which this version counts. */
  readonly inForceFrom: string
  /** What exactly is counted, in words for who reads the figure. */
  readonly words: string
  /** Each measure gives some of the indicator's tables. */
  readonly measures: readonly Measure[]
}

export type Measure = CountMeasure | DistinctMeasure | ShareMeasure

interface MeasureBase {
  /** The facts that it looks at; several only where they have the same attributes. */
  readonly facts: readonly string[]
  /** Only facts whose attribute has one of these values. */
  readonly where?: Readonly<Record<string, readonly string[]>>
  readonly by: Readonly<Record<string, DimensionSource>>
  /** Tables that are printed without being asked: each a list of dimensions. */
  readonly tables: readonly (readonly string[])[]
}

/** How many facts hold. A fact with a key holds once a key, so this counts each child once. */
interface CountMeasure extends MeasureBase {
  readonly kind: 'count'
}

/** How many different trajectories, or values of an attribute, there are among them. */
interface DistinctMeasure extends MeasureBase {
  readonly kind: 'distinct'
  readonly of:
    | { readonly kind: 'trajectories' }
    | { readonly kind: 'attribute'; readonly attribute: string }
}

/** The share of clocks with some outcomes among those with others. */
interface ShareMeasure extends MeasureBase {
  readonly kind: 'share'
  readonly numerator: readonly string[]
  readonly denominator: readonly string[]
}

export type DimensionSource =
  | {
      readonly from: 'attribute'
      readonly attribute: string
      readonly groups?: Readonly<Record<string, string>>
    }
  /** The month or the quarter in which a clock started. */
  | { readonly from: 'started'; readonly period: 'month' | 'quarter' }
  /** The outcome of a clock on the cut-off day. */
  | { readonly from: 'outcome' }
  /** The name of the fact itself, where a measure looks at several. */
  | { readonly from: 'fact' }

export const attribute = (
  name: string,
  groups?: Readonly<Record<string, string>>,
): DimensionSource =>
  groups ? { from: 'attribute', attribute: name, groups } : { from: 'attribute', attribute: name }

export const started = (period: 'month' | 'quarter'): DimensionSource => ({
  from: 'started',
  period,
})

export const outcome: DimensionSource = { from: 'outcome' }
export const factName: DimensionSource = { from: 'fact' }

/** Where a measure reads a dimension from; undefined where it cannot be divided by it. */
export function sourceOf(
  { dimensions }: Pick<IndicatorDefinition, 'dimensions'>,
  measure: Measure,
  dimension: string,
): DimensionSource | undefined {
  return measure.by[dimension] ?? dimensions[dimension]?.source
}

/** All outcomes of a clock. */
export const OUTCOMES = ['in-time', 'late', 'lapsed', 'overdue', 'running'] as const
export type Outcome = (typeof OUTCOMES)[number]
