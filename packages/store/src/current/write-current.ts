import type { ClientBase } from 'pg'
import type { KnownTrajectory } from '../log/known-trajectory.ts'
import { AudienceChanges } from './audience-changes.ts'
import type { CurrentCounts } from './current-counts.ts'
import type { Current } from './derive-current.ts'
import { FactChanges } from './fact-changes.ts'
import { WorkChanges } from './work-changes.ts'

/**
 * Collects how what holds now changed for a batch of trajectories, and writes only that:
 * what is new, what became another, what holds no longer.
 */
export class CurrentChanges {
  readonly #facts = new FactChanges()
  readonly #audiences: AudienceChanges
  readonly #work: WorkChanges

  /** @param counts Rise and fall with what is added; written apart, since batches share them. */
  constructor(counts: CurrentCounts) {
    this.#audiences = new AudienceChanges(counts)
    this.#work = new WorkChanges(counts.work)
  }

  add(trajectory: KnownTrajectory, current: Current): void {
    const { written } = trajectory
    const facts = this.#facts.add(trajectory, written.facts, current.facts)
    this.#audiences.add(trajectory, written, current)
    this.#work.add(trajectory, written, current)
    trajectory.written = { ...current, facts }
  }

  /** Writes all in the transaction of the client. */
  async write(client: ClientBase): Promise<void> {
    await this.#facts.write(client)
    await this.#audiences.write(client)
    await this.#work.write(client)
  }

  /** Begins anew: after writing, or when that failed. */
  forget(): void {
    this.#facts.forget()
    this.#audiences.forget()
    this.#work.forget()
  }
}
