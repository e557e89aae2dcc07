import type { Day, FoldPlan, Moment, RecordedEvent } from '@tijdig/core'
import type { PartReading } from './part-reading.ts'

/** All events of one trajectory that may be part of a programme, in any order. */
export interface PartTrajectory {
  readonly trajectory: string
  readonly route: string
  readonly events: readonly RecordedEvent[]
}

/** A programme by its code, as of the end of a day, as known at a moment, up to a position. */
export interface ProgrammeQuestion {
  readonly programme: string
  readonly asOf: Day
  readonly knownAt: Moment
  /** Left out: all that was recorded by then, wherever it stands. */
  readonly position?: number
}

/** A part with the parts below it, in their order. */
export interface ProgrammeNode {
  readonly part: PartReading
  readonly children: readonly ProgrammeNode[]
}

/** What a programme was, as of a day, as known at a moment. */
export interface ProgrammeReading {
  readonly programme: string
  readonly asOf: string
  readonly title: string | null
  /** In the order of the tree. What names a parent that is not there stands at the top. */
  readonly tree: readonly ProgrammeNode[]
  readonly parts: readonly PartReading[]
}

/** The routes of the parts of programmes, made ready for folding, by their code. */
export type PartPlans = ReadonlyMap<string, FoldPlan>
