import type {
  ActivityCount,
  Light,
  MilestoneMark,
  Money,
  MonthGrid,
  Move,
  ProgrammeReading,
} from '@tijdig/programmes'

/** A programme as it was read for a report, with what follows from that and the words for it. */
export interface ProgrammeInput {
  readonly reading: ProgrammeReading
  readonly grid: MonthGrid
  readonly milestones: readonly MilestoneMark[]
  readonly money: Money
  readonly activities: readonly ActivityCount[]
  /** Since the question that the report is compared with; undefined where there is none. */
  readonly moves: readonly Move[] | undefined
  /** What each light is called, and each kind of part. */
  readonly words: {
    readonly lights: Readonly<Record<Light, string>>
    readonly kinds: Readonly<Record<string, string>>
  }
}
