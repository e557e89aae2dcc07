/** What a request leaves in the audit when it is answered. */
export interface Trace {
  readonly kind: string
  /** Null where it is of no single trajectory. */
  readonly trajectory: string | null
}

interface Count {
  /** Of requests that were answered. */
  certain: number
  /** Of those, and of requests that were broken off: nobody knows whether they were done. */
  possible: number
}

/** What somebody outside the server knows of it: what was acknowledged, and what may have been done. */
export class CrashLedger {
  /** Ids of events of which somebody was told that they are recorded. */
  readonly events = new Set<string>()
  /** Trajectories of which somebody was told that they are opened. */
  readonly trajectories = new Set<string>()
  /** By who asked, kind and trajectory. */
  readonly #traces = new Map<string, Count>()
  /** By address of a person of a family: the number of the note that was kept, or may have been. */
  readonly notes = new Map<string, Count>()
  /** What nobody should be answered. */
  readonly surprises: string[] = []
  answered = 0
  brokenOff = 0

  asked(who: string, traces: readonly Trace[], isAnswered: boolean): void {
    if (isAnswered) this.answered++
    else this.brokenOff++
    for (const { kind, trajectory } of traces) {
      const key = traceKey(who, kind, trajectory)
      const count = this.#traces.get(key) ?? { certain: 0, possible: 0 }
      count.possible++
      if (isAnswered) count.certain++
      this.#traces.set(key, count)
    }
  }

  keeps(address: string, number: number, isAnswered: boolean): void {
    const { certain = 0 } = this.notes.get(address) ?? {}
    this.notes.set(address, { certain: isAnswered ? number : certain, possible: number })
  }

  /** Who acknowledged more than the audit knows, or the audit tells more than was asked. */
  compare(found: ReadonlyMap<string, number>): string[] {
    return [...this.#traces].flatMap(([key, { certain, possible }]) => {
      const records = found.get(key) ?? 0
      if (records >= certain && records <= possible) return []
      return [`${key}: ${certain} to ${possible} were asked, ${records} are in the audit`]
    })
  }
}

export function traceKey(who: string, kind: string, trajectory: string | null): string {
  return [who, kind, trajectory ?? '-'].join(' | ')
}
