import type { ClientBase } from 'pg'
import type { KnownTrajectory } from '../log/known-trajectory.ts'
import { StagedWriter } from '../log/staged-writer.ts'
import type { Audience } from './audience.ts'
import type { Current, WorkTerm } from './derive-current.ts'
import type { WorkCounts } from './work-counts.ts'

const LINE = ['audience', 'number', 'fact', 'worker', 'beside', 'due_on']

/** How what is to be done changed for a batch of trajectories, by who may look at them. */
export class WorkChanges {
  readonly #new = new StagedWriter('work_line', LINE, 'new')
  readonly #ended = new StagedWriter('work_line', LINE, 'ended')
  readonly #counts: WorkCounts

  constructor(counts: WorkCounts) {
    this.#counts = counts
  }

  add({ number }: KnownTrajectory, before: Current, after: Current): void {
    for (const audience of before.audiences) {
      const stays = after.audiences.includes(audience)
      for (const term of before.work) {
        if (stays && includes(after.work, term)) continue
        this.#write(this.#ended, audience, number, term)
        this.#counts.change(audience.name, term, -1)
      }
    }
    for (const audience of after.audiences) {
      const was = before.audiences.includes(audience)
      for (const term of after.work) {
        if (was && includes(before.work, term)) continue
        this.#write(this.#new, audience, number, term)
        this.#counts.change(audience.name, term, 1)
      }
    }
  }

  forget(): void {
    this.#new.forget()
    this.#ended.forget()
  }

  /** What ended first: a term that moved is both. */
  async write(client: ClientBase): Promise<void> {
    await this.#ended.apply(
      client,
      (stage) => `delete from tijdig.work_line w using ${stage} e
        where w.number = e.number and w.audience = e.audience and w.fact = e.fact`,
    )
    await this.#new.insert(client)
    this.forget()
  }

  #write(writer: StagedWriter, { name }: Audience, number: number, term: WorkTerm): void {
    writer.row(6)
    writer.text(name)
    writer.integer(number)
    writer.text(term.fact)
    writer.text(term.worker)
    writer.text(term.beside)
    writer.day(term.dueOn)
  }
}

function includes(terms: readonly WorkTerm[], { fact, worker, beside, dueOn }: WorkTerm): boolean {
  return terms.some(
    (one) =>
      one.fact === fact && one.worker === worker && one.beside === beside && one.dueOn === dueOn,
  )
}
