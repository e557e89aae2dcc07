import type { Event } from './event.ts'
import type { OrderRule, RouteDefinition } from './route.ts'

/** An event that stands where its route does not expect it. */
export interface OrderFinding {
  readonly rule: OrderRule
  readonly event: Event
}

/**
 * Holds the order of a trajectory's events against its route.
 * @param reading The events that count, in the order of reading. Events of one day have no order
 * between them: which came first on a day is seldom known.
 */
export function orderFindings(route: RouteDefinition, reading: readonly Event[]): OrderFinding[] {
  const findings: OrderFinding[] = []
  for (const rule of route.order) {
    let seen = false
    for (const event of reading) {
      if (event.type !== rule.event) continue
      if (breaks(rule, event, reading, seen)) findings.push({ rule, event })
      seen = true
    }
  }
  return findings
}

function breaks(rule: OrderRule, event: Event, reading: readonly Event[], seen: boolean): boolean {
  const { rule: what } = rule
  switch (what.kind) {
    case 'once':
      return seen
    case 'needs-before':
      return !reading.some(
        (other) => what.types.includes(other.type) && other.validOn <= event.validOn,
      )
    case 'not-after':
      return reading.some(
        (other) => what.types.includes(other.type) && other.validOn < event.validOn,
      )
    default:
      return what satisfies never
  }
}
