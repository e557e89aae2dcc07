import type { Day } from '@tijdig/core'
import type { NamedWorker } from './worker-names.ts'

/**
 * What is to be done, in the order in which people do it: too late, today, before the week is out,
 * after that; and what waits for somebody else, or stands still.
 */
export const WORK_PARTS = ['overdue', 'today', 'week', 'later', 'waiting'] as const
export type WorkPart = (typeof WORK_PARTS)[number]

/** Whose work: assigned to oneself, with one's own teams, or all that one sees. */
export const WORK_OF = ['me', 'team', 'organisation'] as const
export type WorkOf = (typeof WORK_OF)[number]

export interface WorkQuery {
  readonly of: WorkOf
  /** Left out: the first in which there is something. */
  readonly part?: WorkPart | undefined
  readonly today: Day
  /** From 1. */
  readonly page: number
  /** 0: only how many there are. */
  readonly pageSize: number
}

export interface WorkPage {
  readonly part: WorkPart
  /** How many there are in each part; the lines are of one of them. */
  readonly counts: Readonly<Record<WorkPart, number>>
  readonly lines: readonly WorkLine[]
}

/** A term that is still to be met. */
export interface WorkLine {
  readonly route: string
  readonly id: string
  /** The name of the clock. */
  readonly fact: string
  readonly startedOn: Day
  /** Null while it stands still. */
  readonly dueOn: Day | null
  /** Whether one may take the step by which it is met. */
  readonly isMine: boolean
  /** To whom the trajectory is assigned. */
  readonly worker: NamedWorker | null
  /** To whom it is being handed over, where this is the term for that. */
  readonly beside: NamedWorker | null
  readonly state: string | null
}
