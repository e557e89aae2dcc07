import { type Day, dayOfMoment, err, formatDay, formatMoment, ok, type Result } from '@tijdig/core'
import { lastDayOfMonth, type ProtectedFigure, protect } from '@tijdig/figures'
import type { Actor } from '@tijdig/store'
import { figuresOfRoutes, type PlacedQuestion, place, within } from '../ask.ts'
import { type Change, explainTables } from '../explain-tables.ts'
import { askedOf, questionOf } from '../frozen-publication.ts'
import { findPlan, type House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { may } from '../permission.ts'
import { readQuestion } from '../read-question.ts'
import { type AwaitedDelivery, awaitedDelivery } from './due-delivery.ts'
import { previousDelivery } from './make-delivery.ts'
import { maySeeDeliveries } from './see-delivery.ts'

/** The next delivery as it would be now: of who delivers it, for looking at only. */
export interface DeliveryNow extends AwaitedDelivery {
  readonly question: PlacedQuestion
  readonly figures: readonly ProtectedFigure[]
  /** Since the delivery before it; undefined where there is none. */
  readonly change: Change | undefined
  readonly comparedWith: number | null
}

/**
 * Counts the next delivery with all that is known now, up to today. Who may have these figures
 * exactly anyhow gets them so: a correction of one trajectory then shows at once.
 */
export async function deliveryNow(
  house: House,
  actor: Actor,
  code: string,
): Promise<Result<DeliveryNow, HouseError>> {
  const seen = maySeeDeliveries(house, actor)
  if (!seen.ok) return seen
  const agreed = seen.value.find((each) => each.isOwn && each.definition.code === code)
  if (!agreed) {
    const reason =
      'Deze levering is er niet, of uw organisatie doet haar niet. Kies er een uit de lijst.'
    return err(houseError('delivery-unknown', reason))
  }
  const { definition, parties } = agreed
  const plan = findPlan(house, definition.route)
  if (!plan.ok) return plan
  const lines = await house.store.deliveries.list()
  const made = lines.map(({ delivered }) => delivered)
  const now = house.now()
  const today = dayOfMoment(now)
  const awaited = awaitedDelivery(agreed, made, today, plan.value.calendar)
  const cutOff = Math.min(today, lastDayOfMonth(awaited.month)) as Day
  const asked = readQuestion(house, {
    route: definition.route,
    cutOff: formatDay(cutOff),
    knownAt: formatMoment(now),
  })
  if (!asked.ok) return asked
  const question = within(asked.value, parties.institution)
  const previous = await previousDelivery(house, agreed, awaited.month)
  const before = previous && questionOf(askedOf(previous))
  const isExact = may(house, actor, definition.route, 'ask-own-figures')
  const protection = isExact ? 'exact' : definition.protection
  const { figures: tables } = definition
  return house.facts.use(async (file) => {
    const placed = place(question, file)
    const figures = await figuresOfRoutes(house, file, placed, [definition.route], tables)
    const change =
      before && (await explainTables(house, file, [before, placed], tables, protection))
    return ok({
      ...awaited,
      question: placed,
      figures: protect(figures, protection),
      change,
      comparedWith: previous?.number ?? null,
    })
  })
}
