import type { FoldPlan, LoggedEvent, Superseder } from '@tijdig/core'
import { type Current, NOTHING_CURRENT } from '../current/derive-current.ts'

/** A trajectory while events are appended to it: all its events, and what was last written of it. */
export interface KnownTrajectory {
  readonly number: number
  readonly id: string
  readonly route: string
  /** Undefined for a route that the program no longer knows: its trajectories stay as they are. */
  readonly plan: FoldPlan | undefined
  readonly events: KnownEvent[]
  /** What stands in the tables of what holds now. */
  written: Current
}

export interface KnownEvent extends LoggedEvent {
  /** Replaced, never added to: most events share an empty one. */
  superseders: readonly Superseder[]
}

export const NO_SUPERSEDERS: readonly Superseder[] = Object.freeze([])

export function newTrajectory(
  number: number,
  id: string,
  route: string,
  plan: FoldPlan | undefined,
): KnownTrajectory {
  return { number, id, route, plan, events: [], written: NOTHING_CURRENT }
}
