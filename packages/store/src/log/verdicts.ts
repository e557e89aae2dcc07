import { err, ok } from '@tijdig/core'
import type { AppendResult, Refusal } from './append-result.ts'

/** What became of each event of a batch, kept small: a batch has tens of thousands. */
export class Verdicts {
  fresh = 0
  alreadyThere = 0
  /** By the event's place in the batch. */
  readonly refusals = new Map<number, Refusal>()
  /** The event's position in the log: above 0 when new, below when it was there already. */
  readonly #positions: Float64Array

  constructor(events: number) {
    this.#positions = new Float64Array(events)
  }

  accept(place: number, position: number): void {
    this.fresh++
    this.#positions[place] = position
  }

  findThere(place: number, position: number): void {
    this.alreadyThere++
    this.#positions[place] = -position
  }

  refuse(place: number, refusal: Refusal): void {
    this.refusals.set(place, refusal)
  }

  resultAt(place: number): AppendResult {
    const refusal = this.refusals.get(place)
    if (refusal) return err(refusal)
    const position = this.#positions[place] ?? 0
    return ok(
      position > 0
        ? { outcome: 'new', position }
        : { outcome: 'already-there', position: -position },
    )
  }

  results(): AppendResult[] {
    return Array.from(this.#positions, (_, place) => this.resultAt(place))
  }
}
