import { dayOfMoment, err, type FoldPlan, ok, type Result } from '@tijdig/core'
import type { DeliveryFailure, DeliveryLine } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import { type FrozenPublication, thaw } from '../frozen-publication.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import type { Verification } from '../verification.ts'
import { verify } from '../verify.ts'
import { type AwaitedDelivery, awaitedDelivery } from './due-delivery.ts'
import { maySeeDeliveries } from './see-delivery.ts'

export interface SeenDeliveries {
  readonly lines: readonly DeliveryLine[]
  /** The next of each that somebody may see. */
  readonly awaited: readonly SeenAwaited[]
}

export interface SeenAwaited extends AwaitedDelivery {
  readonly isOwn: boolean
  /** Its day has come. */
  readonly isDue: boolean
  /** That it could not be made yet. */
  readonly failure: DeliveryFailure | undefined
}

/** What was delivered by or to somebody's organisation, and what comes next. */
export async function readDeliveries(
  house: House,
  { actor, visit }: Visitor,
): Promise<Result<SeenDeliveries, HouseError>> {
  const seen = maySeeDeliveries(house, actor)
  if (!seen.ok) return seen
  const { lines, failures } = await visit.deliveries()
  const made = lines.map(({ delivered }) => delivered)
  const today = dayOfMoment(house.now())
  const awaited = seen.value.map(({ isOwn, ...agreed }) => {
    const { calendar } = house.plans.get(agreed.definition.route) as FoldPlan
    const next = awaitedDelivery(agreed, made, today, calendar)
    const failure = failures.find(
      ({ code, institution, month }) =>
        code === next.definition.code &&
        institution === next.parties.institution &&
        month === next.month,
    )
    return { ...next, isOwn, isDue: next.dueOn <= today, failure }
  })
  return ok({ lines, awaited })
}

const LARGEST = 2_147_483_647

/** One delivery, for who keeps the server. */
export async function findDelivery(
  house: House,
  number: number,
): Promise<Result<FrozenPublication, HouseError>> {
  const found = number <= LARGEST ? await house.store.findPublication(number) : undefined
  return found?.delivered ? ok(thaw(found)) : unknown(number)
}

/** One delivery; what may not be seen and what is not there get the same answer. */
export async function readDelivery(
  house: House,
  { actor, visit }: Visitor,
  number: number,
): Promise<Result<FrozenPublication, HouseError>> {
  const seen = maySeeDeliveries(house, actor)
  if (!seen.ok) return seen
  const found = number <= LARGEST ? await visit.findDelivery(number) : undefined
  return found ? ok(thaw(found)) : unknown(number)
}

function unknown(number: number) {
  const reason = `Levering ${number} is er niet, of u mag haar niet zien. Kies er een uit de lijst.`
  return err(houseError('delivery-unknown', reason))
}

/** Makes a delivery again from the log, for whoever may see it. */
export async function verifyDelivery(
  house: House,
  visitor: Visitor,
  number: number,
): Promise<Result<Verification, HouseError>> {
  const found = await readDelivery(house, visitor, number)
  return found.ok ? verify(house, number) : found
}
