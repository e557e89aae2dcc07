import { dayOfMoment, err, formatMoment, ok, type Result, type RouteDefinition } from '@tijdig/core'
import type { Destruction, Retention, RetentionPage } from '@tijdig/store'
import type { RetentionList } from '../api/family-contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { trajectoryUnknown } from './look-up-trajectory.ts'
import { mayAtAll, notAllowed } from './permission.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** What is kept until when, of the trajectories that somebody sees. */
export async function readRetention(
  house: Premises,
  retention: Retention,
  { actor, hash, address }: Visitor,
  { route, month }: { readonly route: string; readonly month?: string | undefined },
): Promise<Result<RetentionList, HouseError>> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  const able = mayAtAll(house, actor, route, 'see')
  if (!able.ok) return able
  if (month !== undefined && !MONTH.test(month)) {
    return err(houseError('day-invalid', 'Deze maand bestaat niet. Schrijf JJJJ-MM.', 'month'))
  }
  const query = { route, ...(month !== undefined && { month }) }
  const page = await retention.visit(hash, address).list(query, dayOfMoment(house.now()))
  return ok({
    months: [...page.months],
    isMore: page.isMore,
    lines: page.lines.map((line) => lineOf(plan.value.route, line)),
  })
}

/** One of the steps by which a file ends: proposing, taking that back, destroying. */
export async function decideDestruction(
  house: Premises,
  retention: Retention,
  { actor, hash, address }: Visitor,
  { route, id }: { readonly route: string; readonly id: string },
  step: 'propose' | 'withdraw' | 'destroy',
): Promise<Result<undefined, HouseError>> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  const able = mayAtAll(house, actor, route, 'see')
  if (!able.ok) return able
  const visit = retention.visit(hash, address)
  const today = dayOfMoment(house.now())
  const outcome =
    step === 'withdraw' ? await visit.withdraw(route, id) : await visit[step](route, id, today)
  if (outcome === undefined) return err(trajectoryUnknown())
  return outcome === 'done' ? ok(undefined) : refusalOf(outcome)
}

function refusalOf(outcome: Exclude<Destruction, 'done'>) {
  switch (outcome) {
    case 'not-allowed':
      return notAllowed('Vernietigen doen teamleiders en coördinatoren van wie betrokken is.')
    case 'not-due':
      return refuse('De bewaartermijn is nog niet voorbij. Kijk op de pagina Bewaren tot wanneer.')
    case 'proposed':
      return refuse('Dit is al voorgesteld. Laad de pagina opnieuw.')
    case 'not-proposed':
      return refuse('Er ligt geen voorstel meer. Laad de pagina opnieuw.')
    case 'own-proposal':
      return refuse('U deed dit voorstel zelf. Een ander moet beslissen of het klopt.')
    case 'destroyed':
      return refuse('Dit dossier is al vernietigd.')
    default:
      return outcome satisfies never
  }
}

function refuse(reason: string) {
  return err(houseError('destruction-not-now', reason))
}

function lineOf(
  { code: route, retention = [] }: RouteDefinition,
  line: RetentionPage['lines'][number],
): RetentionList['lines'][number] {
  const { id, endsOn, rule, state, proposal, destroyedOn, mayDestroy } = line
  // The newest wording of a rule; its code stays the same.
  const definition = retention.flatMap(({ rules }) => rules).findLast(({ code }) => code === rule)
  return {
    route,
    id,
    endsOn,
    rule,
    why: definition?.label ?? rule,
    source: definition?.source ?? '',
    state,
    proposedBy: proposal?.by ?? null,
    proposedAt: proposal ? formatMoment(proposal.at) : null,
    destroyedOn,
    mayPropose: mayDestroy && state === 'due',
    mayWithdraw: mayDestroy && state === 'proposed',
    mayDestroy: mayDestroy && state === 'proposed' && proposal?.own === false,
  }
}
