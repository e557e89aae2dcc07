/** How long a file is kept, from a day on. The version in force when it is asked decides. */
export interface RetentionVersion {
  /** `YYYY-MM-DD`; versions stand in this order. */
  readonly inForceFrom: string
  /** Of the rules that apply, the one that ends last counts. */
  readonly rules: readonly RetentionRule[]
}

export type RetentionRule = RuleBase & (AfterLastChange | AfterFirstRecord | UntilAge)

interface RuleBase {
  /** One code from law to screen: `JB-B01`. */
  readonly code: string
  /** Why it is kept so long, in words. */
  readonly label: string
  readonly source: string
  /** Applies only where this fact ever had one of these values. */
  readonly when?: {
    readonly fact: string
    readonly attribute: string
    readonly in: readonly string[]
  }
}

interface AfterLastChange {
  readonly from: 'last-change'
  readonly years: number
}

interface AfterFirstRecord {
  readonly from: 'first-record'
  readonly years: number
}

/** Until the end of the year in which the youngest child becomes so old. */
interface UntilAge {
  readonly from: 'birth'
  readonly years: number
  /** The field that tells a year of birth; where none does, the child may have been born just then. */
  readonly event: string
  readonly field: string
}
