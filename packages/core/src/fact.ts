import type { Day } from './day.ts'
import type { Moment } from './moment.ts'

/**
 * What the fold derives from a trajectory's events, in the span of days in which it holds:
 * from `validFrom` to the day before `validTo` (`FOREVER` where no end is in sight).
 */
export interface Fact {
  readonly fact: string
  /** Tells several at once apart; empty where a trajectory has one. */
  readonly key: string
  /** In the order of the fact's attributes (`attributesOf`); null where none was given. */
  readonly values: readonly (string | null)[]
  readonly validFrom: Day
  readonly validTo: Day
  /** The day on which it began: the opening event's, also where it holds only later. */
  readonly startedOn: Day
  /**
   * Of a clock only. `dueOn` is FOREVER while the clock stands still. `metOn` and `endedOn` may lie
   * after the cut-off day: the reader compares.
   */
  readonly dueOn: Day | null
  readonly metOn: Day | null
  readonly endedOn: Day | null
}

/** A fact beside the span in which it was known: from `knownFrom` to just before `knownTo`. */
export interface KnownFact extends Fact {
  readonly knownFrom: Moment
  readonly knownTo: Moment
}

/** What became of a term, as of a day. */
export type ClockOutcome = 'in-time' | 'late' | 'lapsed' | 'overdue' | 'running'

/**
 * The outcome of a clock on a cut-off day.
 * Met: in time or late. Not met and ended on or before the due day: lapsed.
 * Not met and due before the cut-off day: overdue. Otherwise it runs.
 */
export function clockOutcome(
  clock: { readonly dueOn: Day; readonly metOn: Day | null; readonly endedOn: Day | null },
  cutOff: Day,
): ClockOutcome {
  const { dueOn, metOn, endedOn } = clock
  if (metOn !== null && metOn <= cutOff) return metOn <= dueOn ? 'in-time' : 'late'
  if (endedOn !== null && endedOn <= cutOff && endedOn <= dueOn) return 'lapsed'
  return dueOn < cutOff ? 'overdue' : 'running'
}
