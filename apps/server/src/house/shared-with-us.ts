import { formatDay, ok, type Result } from '@tijdig/core'
import type { Visitor } from '../sign-in/visitor.ts'
import { fieldChoices } from './field-choices.ts'
import { findPlan, type Premises } from './house.ts'
import type { HouseError } from './house-error.ts'
import { may, notAllowed } from './permission.ts'

interface SharedView {
  readonly id: string
  readonly route: string
  readonly until: string
  readonly fields: { code: string; label: string }[]
}

/** What other organisations share with one's own. */
export async function sharedWithUs(
  house: Premises,
  { actor, visit }: Visitor,
  route: string,
): Promise<Result<SharedView[], HouseError>> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  if (!may(house, actor, route, 'see', { relation: 'shared' })) return notAllowed()
  const lines = await visit.shared(route)
  return ok(
    lines.map((line) => ({
      id: line.id,
      route: line.route,
      until: formatDay(line.until),
      fields: fieldChoices(plan.value.route, line.fields),
    })),
  )
}
