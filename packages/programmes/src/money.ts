/** Money in whole cents: what was granted, spent and is expected. */
export interface Amounts {
  readonly granted: number
  readonly spent: number
  /** What is still expected, in months of which nothing was spent yet. */
  readonly forecast: number
  /** Granted less spent. */
  readonly left: number
}

/** One month of a budget. */
export interface MonthMoney {
  readonly month: string
  readonly spent: number | null
  readonly forecast: number | null
  /** Spent, or else expected, in all months up to this one. */
  readonly total: number
}

/** One line in one year. */
export interface BudgetMoney extends Amounts {
  readonly code: string
  readonly title: string
  readonly line: string | null
  readonly year: string | null
  /** Granted at first; what was shifted away from it and to it. */
  readonly grantedFirst: number
  readonly shiftedAway: number
  readonly shiftedTo: number
  readonly months: readonly MonthMoney[]
  readonly extendedUntil: string | null
  /** The first month in which more is spent or expected than granted, and by how much in the end. */
  readonly willExceed: {
    readonly month: string
    readonly by: number
    /** It happened already: what was spent is more. */
    readonly isSpent: boolean
  } | null
}

export interface Money extends Amounts {
  readonly budgets: readonly BudgetMoney[]
  readonly byLine: readonly (Amounts & { readonly line: string | null })[]
  readonly byYear: readonly (Amounts & { readonly year: string | null })[]
  readonly byMonth: readonly {
    readonly month: string
    readonly spent: number
    readonly forecast: number
  }[]
}
