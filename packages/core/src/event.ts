import type { Day } from './day.ts'
import type { Moment } from './moment.ts'

/** A value that an event may carry: never text about a person, which lives apart. */
export type FieldValue = string | number | boolean

/**
 * What happened in a trajectory, when (`validOn`) and when it became known here (`recordedAt`).
 * Never changed: a later event may supersede it; one of type `retracted` only withdraws.
 */
export interface Event {
  readonly id: string
  readonly trajectory: string
  readonly route: string
  readonly type: string
  readonly validOn: Day
  readonly recordedAt: Moment
  readonly supersedes?: string
  readonly data: Readonly<Record<string, FieldValue>>
}

/** An event that stands in the log, at its gapless place in the order of committing (from 1). */
export interface LoggedEvent extends Event {
  readonly position: number
}

/**
 * A logged event beside the events that supersede it. They are kept by their position too,
 * so that a reading pinned to a position overlooks what was brought in after it.
 */
export interface RecordedEvent extends LoggedEvent {
  readonly superseders: readonly Superseder[]
}

export interface Superseder {
  readonly position: number
  readonly recordedAt: Moment
}

/** The type that withdraws the event it supersedes and tells nothing else. */
export const RETRACTED = 'retracted'
