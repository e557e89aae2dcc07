import { type Calendar, type Day, dueDay, type Term } from '@tijdig/core'
import { lastDayOfMonth } from './delivery-month.ts'
import type { Protection } from './protection-policy.ts'

/**
 * Figures of its own trajectories that an institution delivers each month to another organisation,
 * by itself: as of the last day of a month, known at the moment of making. Made with
 * `defineDeliveries`.
 */
export interface DeliveryDefinition {
  /** `jbjr.monthly`: the route and what is delivered. */
  readonly code: string
  readonly route: string
  readonly label: string
  /** Who agreed on it, and where that stands. */
  readonly source: string
  /** Which organisations deliver, each to whom. */
  readonly parties: readonly DeliveryParties[]
  /** The first month that is delivered: `YYYY-MM`. */
  readonly from: string
  /** The day on which it is made, counted from the last day of the month. */
  readonly due: Term
  /** The text around the figures: `catalogue/<system>/deliveries/<name>.md`. */
  readonly template: string
  /** The tables that go out, and no others. */
  readonly figures: readonly DeliveredTable[]
  /** How small numbers are kept from telling who somebody is: this goes to another organisation. */
  readonly protection: Exclude<Protection, 'exact'>
}

export interface DeliveryParties {
  /** The code of who delivers the figures of its own trajectories. */
  readonly institution: string
  /** The code of who gets them. */
  readonly receiver: string
}

export interface DeliveredTable {
  readonly indicator: string
  readonly by: readonly string[]
}

/** The day on which the delivery about a month is made. */
export function deliveryDay(
  { due }: Pick<DeliveryDefinition, 'due'>,
  month: string,
  calendar: Calendar,
): Day {
  return dueDay(lastDayOfMonth(month), due, calendar)
}
