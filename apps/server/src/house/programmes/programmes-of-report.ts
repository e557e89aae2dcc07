import { findMoment, getDay } from '@tijdig/core'
import type { Question } from '@tijdig/figures'
import {
  activityCounts,
  LIGHTS,
  type Light,
  milestoneLine,
  moneyOf,
  monthGrid,
  moved,
  type PartPlans,
  type ProgrammeQuestion,
  readProgramme,
} from '@tijdig/programmes'
import type { ProgrammeInput, Template } from '@tijdig/reports'
import type { PlacedQuestion } from '../ask.ts'
import type { House } from '../house.ts'
import { reporting } from '../reporting.ts'
import { partPlansOf } from './part-plans.ts'

/**
 * The programmes of whose parts a template tells, as of its day, as known then, at its place in the
 * log: what is recorded after that changes nothing in them. Parts of a programme hold nothing of a
 * family, so there is nothing to protect.
 */
export async function programmesOfReport(
  house: House,
  template: Template,
  question: PlacedQuestion,
  comparedWith: PlacedQuestion | undefined,
): Promise<ReadonlyMap<string, ProgrammeInput>> {
  const { neededProgrammes } = await reporting()
  const plans = partPlansOf(house)
  const inputs = new Map<string, ProgrammeInput>()
  for (const programme of neededProgrammes(template)) {
    const parts = await house.store.programmeParts(
      [...plans.keys()],
      programme,
      Math.max(question.position, comparedWith?.position ?? 0),
    )
    const trajectories = parts.map(({ id, ...rest }) => ({ trajectory: id, ...rest }))
    const asked = questionOf(programme, question)
    const reading = readProgramme(plans, trajectories, asked)
    inputs.set(programme, {
      reading,
      grid: monthGrid(reading),
      milestones: milestoneLine(reading),
      money: moneyOf(reading),
      activities: activityCounts(reading),
      moves: comparedWith && moved(plans, trajectories, questionOf(programme, comparedWith), asked),
      words: wordsOf(plans),
    })
  }
  return inputs
}

function questionOf(
  programme: string,
  { cutOff, knownAt, position }: Pick<Question, 'cutOff' | 'knownAt'> & { position: number },
): ProgrammeQuestion {
  const moment = findMoment(knownAt)
  if (moment === undefined) throw new Error(`${knownAt} is no moment`)
  return { programme, asOf: getDay(cutOff), knownAt: moment, position }
}

/** As the routes of the parts say it. */
function wordsOf(plans: PartPlans): ProgrammeInput['words'] {
  const routes = [...plans.values()].map(({ route }) => route)
  const states = routes[0]?.states ?? {}
  return {
    lights: Object.fromEntries(
      LIGHTS.map((light) => [light, (states[light]?.label ?? light).toLowerCase()]),
    ) as Record<Light, string>,
    kinds: Object.assign(
      {},
      ...routes.map(({ events }) => events.placed?.fields.kind?.choices ?? {}),
    ) as Record<string, string>,
  }
}
