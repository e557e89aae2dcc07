import type { RecordedEvent, RouteDefinition } from '@tijdig/core'
import type { Visitor } from '../sign-in/visitor.ts'
import { colleagueField } from './check-colleague.ts'

/** By the code that the log has for a worker, their name. */
export type WorkerNames = ReadonlyMap<string, string>

export const NO_NAMES: WorkerNames = new Map()

/**
 * The names of those to whom a trajectory was assigned, for a person of their own organisation.
 * Others, and programs, have the code.
 */
export async function findWorkerNames(
  { actor, visit }: Visitor,
  route: RouteDefinition,
  events: readonly RecordedEvent[],
): Promise<WorkerNames> {
  if (actor.person === null) return NO_NAMES
  const codes = events.flatMap(({ type, data }) => {
    const code = data[colleagueField(route, type) ?? '']
    return code === undefined ? [] : [String(code)]
  })
  return codes.length === 0 ? NO_NAMES : visit.workerNames([...new Set(codes)])
}
