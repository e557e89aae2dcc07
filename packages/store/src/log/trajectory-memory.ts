import type { KnownTrajectory } from './known-trajectory.ts'

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

  remove(trajectory: KnownTrajectory): void {
    this.#byId.delete(trajectory.id)
  }

  /** So many events were added to the trajectories in memory, and the log ends there now. */
  grow(added: number, head: number): void {
    this.#events += added
    this.#head = head
  }

  /** After a commit: the touched ones are the newest; the oldest go when there are too many events. */
  shrink(touched: Iterable<KnownTrajectory>): void {
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
