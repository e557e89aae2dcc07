import type { EventError, Result } from '@tijdig/core'

/** What became of one event: it is in the log, now or before, or it was refused. */
export type AppendResult = Result<Appended, Refusal>

export interface Appended {
  readonly outcome: 'new' | 'already-there'
  readonly position: number
}

/** Why an event was not taken in: core's codes, and those that only the log can know. */
export interface Refusal {
  readonly code: RefusalCode
  readonly place: string
  readonly reason: string
}

export type RefusalCode =
  | EventError['code']
  | 'id-with-other-content'
  | 'trajectory-of-other-route'
  | 'supersedes-other-route'
  /** The actor may not record it, or may not know whether there is anything to record it in. */
  | 'not-allowed'
  /** Others recorded in the trajectory since the actor looked at it. */
  | 'trajectory-changed'
  /** Another one that came with it was refused. */
  | 'not-without-others'
