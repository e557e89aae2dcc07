import {
  ACTIONS,
  type AccessQuestion,
  createAccessPlan,
  decide,
  ORGANISATION_KINDS,
  PURPOSES,
  RELATIONS,
  ROLES,
  type RouteDefinition,
} from '@tijdig/core'
import { createRandom } from '../packages/core/src/testing/random.ts'
import { type Row, time } from './measure.ts'

const QUESTIONS = 10_000
const TURNS = 200

/** How many decisions about who may see and do what one core makes in a second. */
export async function benchAccess(routes: readonly RouteDefinition[]): Promise<Row[]> {
  const random = createRandom(1)
  const asked = Array.from({ length: QUESTIONS }, () => questionOf(random, random.pick(routes)))
  let allowed = 0
  const milliseconds = await time(async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const { plan, question } of asked) if (decide(plan, question) === 'allowed') allowed++
    }
  })
  if (allowed === 0) throw new Error('nothing was allowed')
  const perSecond = (QUESTIONS * TURNS) / (milliseconds / 1000)
  const what = 'decisions a second on one core who may see and do what'
  const ours = Math.round(perSecond).toLocaleString('en')
  return [{ what, ours, peer: 'none', ratio: '', aim: 'at least 500,000' }]
}

const plans = new Map<RouteDefinition, ReturnType<typeof createAccessPlan>>()

function questionOf(random: ReturnType<typeof createRandom>, route: RouteDefinition) {
  const plan = plans.get(route) ?? createAccessPlan(route)
  plans.set(route, plan)
  const details = ['', ...plan.fields.keys(), ...plan.steps.keys()]
  const question: AccessQuestion = {
    role: random.pick(ROLES),
    purpose: random.pick(PURPOSES),
    kind: random.pick(ORGANISATION_KINDS),
    relation: random.pick(RELATIONS),
    action: random.pick(ACTIONS),
    detail: random.pick(details),
    state: random.pick(['', ...Object.keys(route.states)]),
    shared: [random.pick(details)],
  }
  return { plan, question }
}
