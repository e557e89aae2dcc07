import { err, mayInHouse, ok, type Result } from '@tijdig/core'
import type { Doer, Draft } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { may, notAllowed } from '../permission.ts'

/** Whether somebody works on reports of a route: a person, of who oversees it. */
export function mayWriteReports(
  house: Pick<House, 'access'>,
  { actor }: Pick<Visitor, 'actor'>,
  route: string,
): boolean {
  return (
    actor.person !== null &&
    mayInHouse(actor.role, 'write-reports') &&
    may(house, actor, route, 'ask-all-figures')
  )
}

/** The same of a report: of each route of which it has figures. */
export function mayWriteAll(
  house: Pick<House, 'access'>,
  visitor: Pick<Visitor, 'actor'>,
  routes: Iterable<string>,
): boolean {
  return [...routes].every((route) => mayWriteReports(house, visitor, route))
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A draft of one's own organisation; what is another's is not there. */
export async function findOwnDraft(
  house: House,
  visitor: Visitor,
  id: string,
): Promise<Result<Draft, HouseError>> {
  const { actor } = visitor
  const allowed = [...house.plans.keys()].some((route) => mayWriteReports(house, visitor, route))
  if (!allowed) return notAllowed()
  const draft = ID.test(id) ? await house.store.drafts.find(actor.organisation, id) : undefined
  if (!draft) {
    return err(houseError('draft-unknown', 'Dit concept is er niet, of is van een ander.'))
  }
  return mayWriteReports(house, visitor, draft.route) ? ok(draft) : notAllowed()
}

export function doerOf({ hash, address }: Visitor): Doer {
  return { session: hash, address }
}
