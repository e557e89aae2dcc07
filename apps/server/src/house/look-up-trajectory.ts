import {
  dayOfMoment,
  EVERYTHING,
  err,
  findDay,
  type Knowledge,
  ok,
  type RecordedEvent,
  type Result,
} from '@tijdig/core'
import { findPlan, type House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { readKnownAt } from './read-question.ts'
import { type StateOfAffairs, stateOfAffairs } from './state-of-affairs.ts'
import { type Successor, type TimelineEntry, timelineOf } from './timeline.ts'

/** One trajectory as it stood on a day, as known at a moment, with all that happened. */
export interface TrajectoryView extends StateOfAffairs {
  readonly id: string
  readonly timeline: TimelineEntry[]
}

export interface AskedTrajectory {
  readonly route: string
  readonly id: string
  /** Left out: today. */
  readonly cutOff?: string | undefined
  /** Left out: all that was ever recorded. */
  readonly knownAt?: string | undefined
}

/** Reads one trajectory with the same fold that the figures are counted from. */
export async function lookUpTrajectory(
  house: House,
  asked: AskedTrajectory,
): Promise<Result<TrajectoryView, HouseError>> {
  const plan = findPlan(house, asked.route)
  if (!plan.ok) return plan
  const cutOff = asked.cutOff === undefined ? dayOfMoment(house.now()) : findDay(asked.cutOff)
  if (cutOff === undefined) {
    return err(
      houseError('day-invalid', `De peildag "${asked.cutOff}" bestaat niet. Schrijf JJJJ-MM-DD.`),
    )
  }
  const knownAt = asked.knownAt === undefined ? ok(EVERYTHING.knownAt) : readKnownAt(asked.knownAt)
  if (!knownAt.ok) return knownAt
  const trajectory = await house.store.findTrajectory(asked.route, asked.id)
  if (!trajectory) {
    return err(
      houseError(
        'trajectory-unknown',
        `De route ${asked.route} kent geen traject "${asked.id}". Kijk of het nummer klopt.`,
      ),
    )
  }
  const knowledge: Knowledge = { ...EVERYTHING, knownAt: knownAt.value }
  const successors = await findSuccessors(house, trajectory.events)
  return ok({
    id: trajectory.id,
    ...stateOfAffairs(plan.value, trajectory.events, knowledge, cutOff),
    timeline: timelineOf(plan.value.route, trajectory.events, knowledge, successors),
  })
}

/** By position, the events that took others' places; those of other trajectories are looked up. */
async function findSuccessors(
  house: House,
  events: readonly RecordedEvent[],
): Promise<Map<number, Successor>> {
  const successors = new Map<number, Successor>(
    events.map(({ position, id, type }) => [position, { id, type }]),
  )
  for (const { position } of events.flatMap(({ superseders }) => superseders)) {
    if (successors.has(position)) continue
    for await (const batch of house.store.readLog({ after: position - 1, upTo: position })) {
      for (const { id, type } of batch) successors.set(position, { id, type })
    }
  }
  return successors
}
