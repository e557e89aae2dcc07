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
  readonly superseders: Superseder[]
}

export function newTrajectory(
  number: number,
  id: string,
  route: string,
  plan: FoldPlan | undefined,
): KnownTrajectory {
  return { number, id, route, plan, events: [], written: NOTHING_CURRENT }
}

/**
 * Trajectories that are remembered between batches, so that they need not be read again for each.
 * Holds good only while the log ends where this memory last saw it end.
 */
export class TrajectoryMemory {
  readonly #byId = new Map<string, KnownTrajectory>()
  readonly #mostEvents: number
  #events = 0
  #head = -1

  constructor(mostEvents: number) {
    this.#mostEvents = mostEvents
  }

  /** Forgets all unless the log still ends where it did. */
  validFor(head: number): void {
    if (head !== this.#head) this.forget()
    this.#head = head
  }

  forget(): void {
    this.#byId.clear()
    this.#events = 0
    this.#head = -1
  }

  get(id: string): KnownTrajectory | undefined {
    return this.#byId.get(id)
  }

  add(trajectory: KnownTrajectory): void {
    this.#byId.set(trajectory.id, trajectory)
    this.#events += trajectory.events.length
  }

  /** After a commit: the touched ones are the newest; the oldest go when there are too many events. */
  keep(touched: Iterable<KnownTrajectory>, added: number, head: number): void {
    this.#head = head
    this.#events += added
    for (const trajectory of touched) {
      this.#byId.delete(trajectory.id)
      this.#byId.set(trajectory.id, trajectory)
    }
    for (const trajectory of this.#byId.values()) {
      if (this.#events <= this.#mostEvents) return
      this.#byId.delete(trajectory.id)
      this.#events -= trajectory.events.length
    }
  }
}
