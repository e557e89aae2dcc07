import { err, formatMoment, ok, type Result } from '@tijdig/core'
import type { Visitor } from '../sign-in/visitor.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { may, notAllowed } from './permission.ts'

/** Which glass to break, and why it cannot be otherwise. */
export interface Glass {
  readonly route: string
  readonly trajectory: string
  readonly reason: string
}

/** Lets a person see one trajectory for a while. Whether it is there at all is not told. */
export async function breakGlass(
  house: Premises,
  { actor, visit }: Visitor,
  { route, trajectory, reason }: Glass,
): Promise<Result<{ endsAt: string }, HouseError>> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  if (!may(house, actor, route, 'break-glass')) return notAllowed()
  if (actor.person === null)
    return notAllowed('Een sleutel kan het glas niet breken, een mens wel.')
  const why = reason.trim()
  if (why === '') {
    const words = 'Schrijf waarom u dit traject moet zien. Wie erbij betrokken is, leest het.'
    return err(houseError('reason-missing', words, 'reason'))
  }
  const { endsAt } = await visit.breakGlass(route, trajectory, why)
  return ok({ endsAt: formatMoment(endsAt) })
}
