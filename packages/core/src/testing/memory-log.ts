import { createHash } from 'node:crypto'
import type { Event, LoggedEvent } from '../event.ts'
import type { LogHead, LogSource, TrajectoryEvents } from '../log-source.ts'
import { isKnown, type Knowledge, withSuperseders } from '../reading.ts'

/** A log in memory, read the plain way: for tests, beside the one in PostgreSQL. */
export class MemoryLog implements LogSource {
  readonly #events: LoggedEvent[] = []
  readonly #numbers = new Map<string, number>()
  readonly #identity: string

  constructor(events: readonly Event[] = [], identity = 'memory') {
    this.#identity = identity
    this.append(events)
  }

  append(events: readonly Event[]): void {
    for (const event of events) {
      this.#events.push({ ...event, position: this.#events.length + 1 })
      if (!this.#numbers.has(event.trajectory)) {
        this.#numbers.set(event.trajectory, this.#numbers.size + 1)
      }
    }
  }

  async head(): Promise<LogHead> {
    return this.#headOf(this.#events.length)
  }

  async headAt(position: number): Promise<LogHead | undefined> {
    return position > this.#events.length ? undefined : this.#headOf(position)
  }

  async *readTrajectories(upTo: number): AsyncIterable<readonly TrajectoryEvents[]> {
    yield this.#trajectories(upTo)
  }

  async *readTrajectoriesByNumber(
    numbers: readonly number[],
    upTo: number,
  ): AsyncIterable<readonly TrajectoryEvents[]> {
    yield this.#trajectories(upTo).filter(({ number }) => numbers.includes(number))
  }

  async findAffected(a: Knowledge, b: Knowledge): Promise<number[]> {
    const byId = new Map(this.#events.map((event) => [event.id, event]))
    const affected = new Set<number>()
    for (const event of this.#events) {
      if (isKnown(event, a) === isKnown(event, b)) continue
      affected.add(this.#numbers.get(event.trajectory) as number)
      const target = event.supersedes === undefined ? undefined : byId.get(event.supersedes)
      if (target) affected.add(this.#numbers.get(target.trajectory) as number)
    }
    return [...affected]
  }

  #headOf(position: number): LogHead {
    const hash = createHash('sha256')
    for (const event of this.#events.slice(0, position)) hash.update(JSON.stringify(event))
    return { identity: this.#identity, position, hash: hash.digest('hex') }
  }

  #trajectories(upTo: number): TrajectoryEvents[] {
    const known = withSuperseders(this.#events.filter(({ position }) => position <= upTo))
    const byTrajectory = new Map<string, typeof known>()
    for (const event of known) {
      const events = byTrajectory.get(event.trajectory)
      if (events) events.push(event)
      else byTrajectory.set(event.trajectory, [event])
    }
    return [...byTrajectory].map(([id, events]) => ({
      number: this.#numbers.get(id) as number,
      id,
      route: (events[0] as LoggedEvent).route,
      events,
    }))
  }
}
