import { addDays, dayOfMoment, endOfDay, type Moment } from '@tijdig/core'
import { deliveryDay, monthBefore } from '@tijdig/figures'
import { agreedDeliveries, awaitedDelivery } from '../house/deliveries/due-delivery.ts'
import { makeDelivery } from '../house/deliveries/make-delivery.ts'
import type { House } from '../house/house.ts'

/**
 * Makes the two newest deliveries that are due, each as known when its day began, so that there is
 * one to tell the changes since; gives their months. From then on the server makes them itself.
 */
export async function loadDemoDeliveries(house: House): Promise<readonly string[]> {
  const months: string[] = []
  for (const agreed of agreedDeliveries(house.catalogue.deliveries)) {
    const { definition } = agreed
    const calendar = house.plans.get(definition.route)?.calendar
    if (!calendar) continue
    const { month } = awaitedDelivery(agreed, [], dayOfMoment(house.now()), calendar)
    for (const each of [monthBefore(month), month]) {
      const eve = addDays(deliveryDay(definition, each, calendar), -1)
      const knownAt = (endOfDay(eve) + 1) as Moment
      const made = await makeDelivery(house, agreed, { month: each, knownAt })
      if (!made.ok) throw new Error(made.error.reason)
      months.push(each)
    }
  }
  return months
}
