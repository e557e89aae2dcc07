import { ok, type Result } from '@tijdig/core'
import type { Actor } from '@tijdig/store'
import type { Premises } from '../house.ts'
import type { HouseError } from '../house-error.ts'
import { may, notAllowed } from '../permission.ts'
import { type Agreed, agreedDeliveries } from './due-delivery.ts'

type Accesses = Pick<Premises, 'access' | 'catalogue'>

/** What the organisation of who asks delivers itself, or gets. */
export interface SeenAgreement extends Agreed {
  readonly isOwn: boolean
}

/** The agreements of which somebody may see the deliveries; the database says the same of each row. */
export function seenAgreements(house: Accesses, actor: Actor): readonly SeenAgreement[] {
  return agreedDeliveries(house.catalogue.deliveries).flatMap((agreed) => {
    const { institution, receiver } = agreed.parties
    const isOwn = actor.organisation === institution
    if (!isOwn && actor.organisation !== receiver) return []
    const relation = isOwn ? 'party' : 'shared'
    const sees = may(house, actor, agreed.definition.route, 'see-delivery', { relation })
    return sees ? [{ ...agreed, isOwn }] : []
  })
}

/** Refuses who has nothing to do with any delivery. */
export function maySeeDeliveries(
  house: Accesses,
  actor: Actor,
): Result<readonly SeenAgreement[], HouseError> {
  const seen = seenAgreements(house, actor)
  if (seen.length > 0) return ok(seen)
  return notAllowed('Leveringen zijn er voor wie ze doet en voor wie ze krijgt.')
}
