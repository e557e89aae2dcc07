import type { Day, Knowledge, Moment } from '@tijdig/core'
import { readEvents, readLate } from '@tijdig/core'
import { compareParts } from './compare-parts.ts'
import type { Cause, Move } from './move.ts'
import type { PartReading } from './part-reading.ts'
import type { PartPlans, PartTrajectory, ProgrammeQuestion } from './programme-reading.ts'
import { type EventReading, knowledgeOf, readProgrammeBy } from './read-programme.ts'

/**
 * What moved between two readings of a programme, each with its cause. It goes in steps that change
 * one thing, in the order of figures: what was recorded later, what was corrected, what happened in
 * between. Where the later question knows less, what it does not know is taken back first. A part
 * that is in the end as it was has not moved.
 */
export function moved(
  plans: PartPlans,
  trajectories: readonly PartTrajectory[],
  from: ProgrammeQuestion,
  to: ProgrammeQuestion,
): Move[] {
  const [old, now] = [knowledgeOf(from), knowledgeOf(to)]
  const shared: Knowledge = {
    knownAt: Math.min(old.knownAt, now.knownAt) as Moment,
    position: Math.min(old.position, now.position),
  }
  const pinned =
    (knowledge: Knowledge): EventReading =>
    (events) =>
      readEvents(events, knowledge)
  const late =
    (later: Knowledge): EventReading =>
    (events) =>
      readLate(events, shared, later)
  const read = (reading: EventReading, asOf: Day, knownAt: Moment) => {
    const question = { programme: to.programme, asOf, knownAt }
    const { parts } = readProgrammeBy(plans, trajectories, question, reading)
    return new Map(parts.map((part) => [part.trajectory, part]))
  }
  const start = read(pinned(old), from.asOf, old.knownAt)
  const steps: [Cause, ReadonlyMap<string, PartReading>][] = [
    ['corrected', read(late(old), from.asOf, old.knownAt)],
    ['late', read(pinned(shared), from.asOf, shared.knownAt)],
    ['late', read(late(now), from.asOf, now.knownAt)],
    ['corrected', read(pinned(now), from.asOf, now.knownAt)],
    ['happened', read(pinned(now), to.asOf, now.knownAt)],
  ]
  const end = steps.at(-1)?.[1] ?? start
  const moves: Move[] = []
  let before: ReadonlyMap<string, PartReading> = start
  for (const [cause, after] of steps) {
    for (const trajectory of new Set([...before.keys(), ...after.keys()])) {
      if (compareParts(start.get(trajectory) ?? null, end.get(trajectory) ?? null).length === 0) {
        continue
      }
      const [was, is] = [before.get(trajectory) ?? null, after.get(trajectory) ?? null]
      const code = (is ?? was)?.code ?? ''
      for (const change of compareParts(was, is)) {
        moves.push({ ...change, cause, trajectory, code, before: was, after: is })
      }
    }
    before = after
  }
  return moves
}
