import {
  type AccessPlan,
  type AccessQuestion,
  type Action,
  type Decision,
  decide,
  err,
  mayInHouse,
  ok,
  RELATIONS,
  type Relation,
  type Result,
} from '@tijdig/core'
import type { Actor } from '@tijdig/store'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

/** As whom somebody asks; the rest of an actor decides nothing here. */
type Asker = Pick<Actor, 'role' | 'purpose' | 'kind'>

type Accesses = Pick<House, 'access'>

/** To what a question is put, where it matters to the action. */
export type AccessDetails = Partial<
  Pick<AccessQuestion, 'relation' | 'detail' | 'state' | 'shared'>
>

/** Why somebody may not do something with a route, or `allowed`. A route that is not there: nobody. */
export function decideFor(
  { access }: Accesses,
  actor: Asker,
  route: string,
  action: Action,
  details: AccessDetails = {},
): Decision {
  const plan = access.get(route)
  return plan ? decideBy(plan, actor, action, details) : 'role-may-not'
}

function decideBy(
  plan: AccessPlan,
  { role, purpose, kind }: Asker,
  action: Action,
  details: AccessDetails = {},
): Decision {
  const { relation = 'none', detail = '', state = '', shared = [] } = details
  return decide(plan, { role, purpose, kind, relation, action, detail, state, shared })
}

export function may(
  accesses: Accesses,
  actor: Asker,
  route: string,
  action: Action,
  details: AccessDetails = {},
): boolean {
  return decideFor(accesses, actor, route, action, details) === 'allowed'
}

/** Refuses who may not do this in any trajectory: an answer that tells nothing of any of them. */
export function mayAtAll(
  accesses: Accesses,
  actor: Actor,
  route: string,
  action: Action,
  details: AccessDetails = {},
): Result<undefined, HouseError> {
  const able = (relation: Relation) => may(accesses, actor, route, action, { ...details, relation })
  return RELATIONS.some(able) ? ok(undefined) : notAllowed()
}

/** Refuses who may record no step of a route, whatever stands where. */
export function mayRecordAtAll(
  { access }: Accesses,
  actor: Actor,
  route: string,
  relation: 'party' | 'new',
): Result<undefined, HouseError> {
  const plan = access.get(route)
  const able = [...(plan?.steps ?? [])].some(([detail, { states }]) =>
    [...(states ?? ['']), ''].some(
      (state) => plan && decideBy(plan, actor, 'record', { relation, detail, state }) === 'allowed',
    ),
  )
  return able ? ok(undefined) : notAllowed()
}

/** What somebody may have figures of: all trajectories of a route, or those of the organisation. */
export type FigureScope = { readonly scope: string | undefined }

export function figureScope(
  accesses: Accesses,
  actor: Actor,
  route: string,
): Result<FigureScope, HouseError> {
  if (may(accesses, actor, route, 'ask-all-figures')) return ok({ scope: undefined })
  if (may(accesses, actor, route, 'ask-own-figures')) return ok({ scope: actor.organisation })
  return notAllowed('Cijfers horen niet bij uw rol.')
}

/** Refuses who may not look at what concerns all trajectories of a route. */
export function mayAskAll(
  accesses: Accesses,
  actor: Actor,
  route: string,
): Result<undefined, HouseError> {
  if (may(accesses, actor, route, 'ask-all-figures')) return ok(undefined)
  return notAllowed('Dit gaat over alle trajecten van de route, en daarvoor is uw rol niet.')
}

export function mayReadLog(actor: Actor): boolean {
  return mayInHouse(actor.role, 'read-log')
}

export function notAllowed(
  reason = 'Dit hoort niet bij uw rol of bij het doel waarvoor u nu werkt.',
): { readonly ok: false; readonly error: HouseError } {
  return err(houseError('not-allowed', `${reason} Vraag uw beheerder als u dit wel nodig heeft.`))
}
