/** The state of a part: three traffic lights, white for no action yet, and dropped. */
export const LIGHTS = ['no-action', 'under-way', 'stalled', 'done', 'dropped'] as const
export type Light = (typeof LIGHTS)[number]

/** Of a part that is red: why, since when, who moves next and by when. */
export interface Standstill {
  readonly reason: string
  /** The code of an organisation or a function; never a person. */
  readonly mover: string
  readonly moveBy: string
  readonly since: string
}

/** When it is to be done: from the first day of `from` to the last of `until`. */
export interface PlannedPeriod {
  /** A month, a quarter or a year: `2022-10`, `2022-Q4`, `2022`. */
  readonly from: string
  readonly until: string
  /** Only in these months of it (`2022-09`); null: in all. */
  readonly months: readonly string[] | null
}

/** A light and the days on which it burnt: until the day before `until`; null: still. */
export interface LightSpan {
  readonly light: Light
  readonly from: string
  readonly until: string | null
}

/** A day on which somebody should: passed when it lies before the cut-off day and nothing was done. */
export interface DueDay {
  readonly due: string
  readonly metOn: string | null
  readonly isPassed: boolean
}

/** A number that is kept under a key, as of a day: measured, or aimed at. */
export interface KeyedNumber {
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly what: string
  /** Where it was stated; null: nowhere but here. */
  readonly source: string | null
  /** The day as of which it holds. */
  readonly on: string
  /** The span of time that it is about, or by when it should be reached, as it was stated. */
  readonly over: string | null
  /** No later number took its place. */
  readonly isNewest: boolean
}

/** A day, month, quarter or year that is kept under a key. */
export interface KeyedDay {
  readonly key: string
  readonly day: string
  readonly what: string
  readonly source: string | null
  readonly on: string
  readonly isNewest: boolean
}

/** The indicator that a part should move. */
export interface IndicatorTie {
  readonly tie: string
  readonly indicator: string
  /** `norm=plan,region=IJmond` as codes by dimension. */
  readonly cell: Readonly<Record<string, string>>
  readonly target: number | null
}

export interface Dated {
  readonly on: string
  readonly text: string
}

/** What a change task answers about one region in one period. */
export interface TaskAnswers {
  readonly region: string
  readonly period: string
  readonly saw: string | null
  readonly meaning: string | null
  readonly did: string | null
  readonly result: string | null
  readonly next: string | null
}

/** How large a risk is and what is done about it. */
export interface RiskReading {
  readonly chance: string
  readonly impact: string
  readonly measure: string
}

/** A subsidy round, with the last day to ask. */
export interface SubsidyRound {
  readonly round: string
  readonly closes: string
  readonly closedOn: string | null
}

/** The money of one line in one year, in whole cents. */
export interface BudgetReading {
  readonly year: string | null
  readonly granted: number
  readonly spent: readonly MonthAmount[]
  readonly forecast: readonly MonthAmount[]
  /** What goes to other budgets, by their code. */
  readonly shifted: readonly { readonly to: string; readonly amount: number }[]
  /** The last day of a budget-neutral extension. */
  readonly extendedUntil: string | null
  readonly round: SubsidyRound | null
}

export interface MonthAmount {
  readonly month: string
  readonly amount: number
}

/** One part of a programme as of a day, as known at a moment. Days are `YYYY-MM-DD`. */
export interface PartReading {
  readonly trajectory: string
  readonly route: string
  readonly code: string
  readonly title: string
  readonly kind: string | null
  readonly parent: string | null
  readonly line: string | null
  readonly order: number
  readonly owner: string | null
  readonly partners: readonly string[]
  /** The code of the colleague who looks after it; null: nobody in particular. */
  readonly worker: string | null
  readonly planned: PlannedPeriod | null
  readonly begunOn: string | null
  readonly doneOn: string | null
  readonly light: Light
  readonly since: string
  readonly lights: readonly LightSpan[]
  readonly standstill: Standstill | null
  readonly droppedBecause: string | null
  readonly outcome: string | null
  readonly review: DueDay | null
  readonly findings: readonly Dated[]
  readonly notes: readonly Dated[]
  readonly measured: readonly KeyedNumber[]
  readonly aims: readonly KeyedNumber[]
  readonly days: readonly KeyedDay[]
  readonly ties: readonly IndicatorTie[]
  /** Of a milestone or a meeting: the day that was agreed. */
  readonly due: DueDay | null
  /** Of a milestone: the reports that list it, and the other lines for which it counts. */
  readonly reports: readonly string[]
  readonly alsoLines: readonly string[]
  readonly decided: string | null
  readonly risk: RiskReading | null
  /** Of an activity: where, and each day on which it was held. */
  readonly region: string | null
  readonly held: readonly { readonly on: string; readonly participants: number | null }[]
  readonly answers: readonly TaskAnswers[]
  readonly budget: BudgetReading | null
}
