import type { Protection } from './protection-policy.ts'

/** A question to the log: the state on `cutOff`, as it was known at `knownAt`. */
export interface Question {
  readonly route: string
  /** `YYYY-MM-DD`; the last day that counts. */
  readonly cutOff: string
  /** A moment in RFC 3339, UTC. */
  readonly knownAt: string
  /** The day whose definitions count (`YYYY-MM-DD`), or `all`: each version apart. */
  readonly definitions: string
  /** Versions that a report pins, by indicator; they win over `definitions`. */
  readonly pinned?: Readonly<Record<string, number>>
  /** The last position of the log that counts; left out: all of it. */
  readonly position?: number
  /** Only trajectories to which this organisation was party; left out: all. */
  readonly scope?: string
}

/**
 * One figure. `by` holds the cell (dimension to code), empty for a total.
 * A share has `numerator` and `denominator`, and no value where the denominator is 0.
 */
export interface Figure {
  readonly indicator: string
  readonly definition: number
  readonly by: Readonly<Record<string, string>>
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
}

/**
 * How a figure may be shown after protection: a typed outcome, never an empty cell. What is hidden
 * is too small itself, or would give away another that is.
 */
export type Shown =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'rounded'; readonly value: number; readonly to: number }
  | { readonly kind: 'suppressed'; readonly reason: 'below-threshold' | 'would-reveal' }
  | { readonly kind: 'undefined'; readonly reason: 'nothing-to-divide-by' }

/** A figure with what may be shown of it; all that is rendered is one of these. */
export interface ProtectedFigure extends Figure {
  readonly shown: Shown
}

/** What an indicator is called and what its codes mean, in the words that readers see. */
export interface IndicatorLabels {
  readonly code: string
  readonly label: string
  /** What is counted, for the axis and the table head: "kinderen", "aanmeldingen". */
  readonly unit: string
  readonly kind: 'count' | 'share'
  /** In words, per version: what exactly is counted. */
  readonly versions: readonly {
    readonly version: number
    readonly inForceFrom: string
    readonly words: string
    /** SHA-256 of the definition as data, in hex. */
    readonly hash: string
  }[]
  readonly dimensions: Readonly<
    Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>
  >
  /** The tables that are printed without being asked: each a list of dimensions. */
  readonly tables: readonly (readonly string[])[]
}

/** Why a figure is another one than before; the four parts add up to `to - from` exactly. */
export interface Explanation {
  readonly indicator: string
  readonly by: Readonly<Record<string, string>>
  /** How each reading was protected before the parts were taken; left out: not at all. */
  readonly protection?: Exclude<Protection, 'exact'>
  readonly from: number
  readonly to: number
  /** Recorded later: it had happened, but was not known yet. */
  readonly late: number
  /** A record that was known was corrected or withdrawn. */
  readonly corrected: number
  /** The definition changed. */
  readonly redefined: number
  /** It really happened, between the two cut-off days. */
  readonly happened: number
}
