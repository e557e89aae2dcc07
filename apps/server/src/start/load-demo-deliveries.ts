import { addDays, dayOfMoment, endOfDay, getDay, type Moment } from '@tijdig/core'
import { deliveryDay, monthBefore } from '@tijdig/figures'
import { agreedDeliveries, awaitedDelivery } from '../house/deliveries/due-delivery.ts'
import { makeDelivery } from '../house/deliveries/make-delivery.ts'
import type { House } from '../house/house.ts'
import { demoLateOrders } from './demo-late-orders.ts'

/**
 * Puts orders in the log that were written down between the two newest deliveries that are due, and
 * began before the first: so that the second has something to tell.
 */
export async function loadDemoLateOrders(house: House): Promise<void> {
  for (const { months } of demoDeliveries(house)) {
    const [first] = months
    const events = demoLateOrders(getDay(`${first.month}-02`), addDays(first.day, 2))
    for (const result of await house.store.append(events)) {
      // Of a start that was broken off in another month these are there, a month earlier.
      if (!result.ok && result.error.code !== 'id-with-other-content') {
        throw new Error(result.error.reason)
      }
    }
  }
}

/**
 * Makes those two deliveries, each as known when its day began; gives their months. From then on the
 * server makes them itself.
 */
export async function loadDemoDeliveries(house: House): Promise<readonly string[]> {
  const made: string[] = []
  for (const { agreed, months } of demoDeliveries(house)) {
    for (const { month, day } of months) {
      const knownAt = (endOfDay(addDays(day, -1)) + 1) as Moment
      const delivery = await makeDelivery(house, agreed, { month, knownAt })
      if (!delivery.ok) throw new Error(delivery.error.reason)
      made.push(month)
    }
  }
  return made
}

function demoDeliveries(house: House) {
  return agreedDeliveries(house.catalogue.deliveries).flatMap((agreed) => {
    const { definition } = agreed
    const calendar = house.plans.get(definition.route)?.calendar
    if (!calendar) return []
    const { month } = awaitedDelivery(agreed, [], dayOfMoment(house.now()), calendar)
    const of = (each: string) => ({
      month: each,
      day: deliveryDay(definition, each, calendar),
    })
    return [{ agreed, months: [of(monthBefore(month)), of(month)] as const }]
  })
}
