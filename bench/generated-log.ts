import {
  type Event,
  isKnown,
  type Knowledge,
  type LogHead,
  type LogSource,
  type TrajectoryEvents,
  withSuperseders,
} from '@tijdig/core'
import { syntheticTrajectory } from './synthetic-log.ts'

/**
 * Millions of made-up trajectories as a log to read, made while they are read: first all of them,
 * then also with some more events, one a trajectory.
 */
export class GeneratedLog implements LogSource {
  readonly #trajectories: number
  #more: ReadonlyMap<number, Event> = new Map()

  constructor(trajectories: number) {
    this.#trajectories = trajectories
  }

  /** Appends one event to each of the trajectories whose numbers are given. */
  append(more: ReadonlyMap<number, Event>): void {
    this.#more = more
  }

  async head(): Promise<LogHead> {
    return headAt(this.#more.size > 0 ? 2 : 1)
  }

  async headAt(position: number): Promise<LogHead> {
    return headAt(position)
  }

  async findAffected(a: Knowledge, b: Knowledge): Promise<number[]> {
    return [...this.#more].flatMap(([number, event]) => {
      const logged = { ...event, position: 2 }
      return isKnown(logged, a) === isKnown(logged, b) ? [] : [number]
    })
  }

  async *readTrajectoriesByNumber(numbers: readonly number[], upTo: number) {
    yield numbers.map((number) => this.#read(number, upTo))
  }

  async *readTrajectories(upTo: number): AsyncIterable<readonly TrajectoryEvents[]> {
    for (let from = 1; from <= this.#trajectories; from += 1000) {
      const size = Math.min(1000, this.#trajectories - from + 1)
      yield Array.from({ length: size }, (_, place) => this.#read(from + place, upTo))
    }
  }

  #read(number: number, upTo: number): TrajectoryEvents {
    const events = syntheticTrajectory(number - 1).map((event) => ({ ...event, position: 1 }))
    const more = this.#more.get(number)
    if (more && upTo > 1) events.push({ ...more, position: 2 })
    const { trajectory, route } = events[0] as Event
    return { number, id: trajectory, route, events: withSuperseders(events) }
  }
}

function headAt(position: number): LogHead {
  return { identity: 'generated', position, hash: String(position) }
}
