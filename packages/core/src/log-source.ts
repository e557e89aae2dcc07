import type { RecordedEvent } from './event.ts'
import type { Knowledge } from './reading.ts'

/** A trajectory with its events: all of them, or those up to a position of the log. */
export interface TrajectoryEvents {
  /** The trajectory's number in this log: small, dense, a pseudonym. */
  readonly number: number
  readonly id: string
  readonly route: string
  /** In the order of the log. Superseders are given wherever in the log they stand, up to that position. */
  readonly events: readonly RecordedEvent[]
}

/** A place in the log, with the hash of everything up to and with it. */
export interface LogHead {
  /** Differs for each log that was ever made. */
  readonly identity: string
  readonly position: number
  /** SHA-256 in hex. */
  readonly hash: string
}

/** What figures read of the log; the store is one. */
export interface LogSource {
  head(): Promise<LogHead>
  /** The head as it was when the log ended at `position`; undefined beyond its end. */
  headAt(position: number): Promise<LogHead | undefined>
  /** Every trajectory with an event at or before `upTo`, in batches, in order of number. */
  readTrajectories(upTo: number): AsyncIterable<readonly TrajectoryEvents[]>
  /** The named trajectories, in batches; one without an event at or before `upTo` is left out. */
  readTrajectoriesByNumber(
    numbers: readonly number[],
    upTo: number,
  ): AsyncIterable<readonly TrajectoryEvents[]>
  /**
   * Numbers of the trajectories of which either reading knows something that the other does not:
   * an event of theirs, or one that supersedes an event of theirs.
   */
  findAffected(a: Knowledge, b: Knowledge): Promise<number[]>
}
