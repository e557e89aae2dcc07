import {
  type Day,
  dayOfMoment,
  EVERYTHING,
  err,
  type FoldPlan,
  findDay,
  type Knowledge,
  ok,
  type RecordedEvent,
  type Result,
} from '@tijdig/core'
import { findPlan, type House, type Premises } from './house.ts'
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

/** What is asked of a trajectory, read: the plan of its route, the day, and what was known. */
export interface TrajectoryQuestion {
  readonly plan: FoldPlan
  readonly cutOff: Day
  readonly knowledge: Knowledge
}

export function readTrajectoryQuestion(
  house: Premises,
  asked: AskedTrajectory,
): Result<TrajectoryQuestion, HouseError> {
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
  return ok({ plan: plan.value, cutOff, knowledge: { ...EVERYTHING, knownAt: knownAt.value } })
}

/** The same for one that is not there and one that may not be seen: it names neither. */
export function trajectoryUnknown(): HouseError {
  return houseError(
    'trajectory-unknown',
    'Dit traject is er niet, of u mag het niet zien. Kijk of het nummer klopt.',
  )
}

/**
 * Reads one trajectory with the same fold that the figures are counted from, for who keeps the
 * database. Who signed in sees it by `visitTrajectory`.
 */
export async function lookUpTrajectory(
  house: House,
  asked: AskedTrajectory,
): Promise<Result<TrajectoryView, HouseError>> {
  const question = readTrajectoryQuestion(house, asked)
  if (!question.ok) return question
  const { plan, cutOff, knowledge } = question.value
  const trajectory = await house.store.findTrajectory(asked.route, asked.id)
  if (!trajectory) {
    return err(
      houseError(
        'trajectory-unknown',
        `De route ${asked.route} kent geen traject "${asked.id}". Kijk of het nummer klopt.`,
      ),
    )
  }
  const others = await findOthers(house, trajectory.events)
  return ok({
    id: trajectory.id,
    ...stateOfAffairs(plan, trajectory.events, knowledge, cutOff),
    timeline: timelineOf(plan.route, trajectory.events, knowledge, others),
  })
}

/** By position, the events of other trajectories that took the places of these. */
async function findOthers(
  house: House,
  events: readonly RecordedEvent[],
): Promise<Map<number, Successor>> {
  const own = new Set(events.map(({ position }) => position))
  const others = new Map<number, Successor>()
  for (const { position } of events.flatMap(({ superseders }) => superseders)) {
    if (own.has(position) || others.has(position)) continue
    for await (const batch of house.store.readLog({ after: position - 1, upTo: position })) {
      for (const { id, type } of batch) others.set(position, { id, type })
    }
  }
  return others
}
