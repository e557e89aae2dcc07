import type { Day, Event, FieldValue, LogSource, Moment, TrajectoryEvents } from '@tijdig/core'
import type { TrajectoryPage, TrajectoryQuery } from './current/trajectory-query.ts'
import type { AppendResult } from './log/append-result.ts'
import type { NewPublication, Publication, PublicationLine } from './publication/publication.ts'

/** The system of record: what was recorded, what holds now, what was published. */
export interface Store extends LogSource {
  /**
   * Puts events in the log, each on its own merits, in one transaction with the facts that hold
   * after it. The same event again is no error. Order of the results is that of the events.
   */
  append(events: readonly Event[]): Promise<readonly AppendResult[]>
  /** An appender that remembers what it wrote between batches: for bringing in whole files. */
  bulkAppender(): BulkAppender
  /** Events in the order of the log, in batches: `after < position <= upTo`. */
  readLog(range: {
    readonly after?: number
    readonly upTo?: number
  }): AsyncIterable<readonly StoredEvent[]>
  /** One trajectory with its events, up to a position of the log. */
  findTrajectory(route: string, id: string, upTo?: number): Promise<TrajectoryEvents | undefined>
  trajectories(query: TrajectoryQuery): Promise<TrajectoryPage>
  /** What holds and is known now, of one trajectory. */
  currentFacts(trajectory: number): Promise<readonly CurrentFact[]>
  /** By route: how many trajectories and events, and the last day and moment that were recorded. */
  countByRoute(): Promise<ReadonlyMap<string, RouteCount>>
  /** Calculates the chain of hashes again, up to a position; says where it first differs. */
  verifyChain(upTo: number): Promise<ChainVerdict>
  /** Folds every trajectory again and writes what holds now; needed after a route changed. */
  rebuildCurrentFacts(progress?: (trajectories: number) => void): Promise<number>

  publish(publication: NewPublication): Promise<Publication>
  publications(): Promise<readonly PublicationLine[]>
  findPublication(number: number): Promise<Publication | undefined>
}

export interface BulkAppender {
  append(events: readonly Event[]): Promise<readonly AppendResult[]>
}

/** An event as it stands in the log, beside the number of its trajectory. */
export interface StoredEvent extends Event {
  readonly position: number
  readonly trajectoryNumber: number
  /** SHA-256 over the hash before it and the event in canonical form, in hex. */
  readonly hash: string
}

/** A fact that holds and is known now, its attributes by name. */
export interface CurrentFact {
  readonly fact: string
  readonly key: string
  readonly attributes: Readonly<Record<string, string>>
  readonly validFrom: Day
  readonly startedOn: Day
  readonly dueOn: Day | null
  readonly metOn: Day | null
  readonly endedOn: Day | null
}

export interface RouteCount {
  readonly trajectories: number
  readonly events: number
  readonly lastValidOn: Day | null
  readonly lastRecordedAt: Moment | null
}

export type ChainVerdict =
  | { readonly intact: true; readonly eventsRead: number; readonly hash: string }
  | { readonly intact: false; readonly eventsRead: number; readonly brokenAt: number }

/** What an event may carry; named here for those who build rows of it. */
export type EventData = Readonly<Record<string, FieldValue>>
