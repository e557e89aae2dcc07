import {
  type Event,
  type LogHead,
  type LogSource,
  parseEvent,
  type TrajectoryEvents,
  withSuperseders,
} from '@tijdig/core'
import { type SyntheticEvent, syntheticTrajectory } from './synthetic-log.ts'

/** Millions of made-up trajectories as a log to read, made while they are read. */
export function generatedLog(trajectories: number): LogSource {
  const head: LogHead = { identity: 'generated', position: 1, hash: 'generated' }
  return {
    head: async () => head,
    headAt: async () => head,
    findAffected: async () => [],
    readTrajectoriesByNumber: () => nothing(),
    readTrajectories: () => generate(trajectories),
  }
}

async function* nothing(): AsyncIterable<readonly TrajectoryEvents[]> {}

async function* generate(trajectories: number): AsyncIterable<readonly TrajectoryEvents[]> {
  for (let from = 0; from < trajectories; from += 1000) {
    const to = Math.min(from + 1000, trajectories)
    yield Array.from({ length: to - from }, (_, place): TrajectoryEvents => {
      const events = syntheticTrajectory(from + place).map(toEvent)
      const [{ trajectory, route }] = events as [Event]
      const logged = events.map((event) => ({ ...event, position: 1 }))
      return { number: from + place + 1, id: trajectory, route, events: withSuperseders(logged) }
    })
  }
}

/** A made-up event as the log takes it. */
export function toEvent(event: SyntheticEvent): Event {
  const parsed = parseEvent(event)
  if (!parsed.ok) throw new Error(`${event.id}: ${parsed.error.reason}`)
  return parsed.value
}
