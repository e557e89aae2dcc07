import { type FoldPlan, type OrderFinding, orderFindings, readEvents } from '@tijdig/core'
import type { KnownEvent, KnownTrajectory } from './known-trajectory.ts'

/** An event that was put in its trajectory, and the one that it supersedes, to be tried or taken back. */
export interface Placement {
  readonly event: KnownEvent
  readonly trajectory: KnownTrajectory
  readonly superseded:
    | { readonly event: KnownEvent; readonly trajectory: KnownTrajectory }
    | undefined
}

export function place({ event, trajectory, superseded }: Placement): void {
  trajectory.events.push(event)
  if (!superseded) return
  const { position, recordedAt } = event
  superseded.event.superseders = [...superseded.event.superseders, { position, recordedAt }]
}

/**
 * What the route forbids after a placement and was not so before: an event is refused when it
 * stands where it may not, or when it would make another one do so.
 */
export function findForbidden(placement: Placement): OrderFinding | undefined {
  const { event, trajectory, superseded } = placement
  if (!mayBreak(trajectory.plan, event)) return undefined
  const before = findAll(trajectory, superseded?.trajectory)
  place(placement)
  const after = findAll(trajectory, superseded?.trajectory)
  trajectory.events.pop()
  if (superseded) superseded.event.superseders = superseded.event.superseders.slice(0, -1)
  const known = new Set(before.map(nameOf))
  return after.find((finding) => !known.has(nameOf(finding)))
}

const typesOfRules = new WeakMap<FoldPlan, ReadonlySet<string>>()

/** Most events cannot break a forbidden order: a route has few such rules, if any. */
function mayBreak(plan: FoldPlan | undefined, event: KnownEvent): boolean {
  if (!plan) return false
  let types = typesOfRules.get(plan)
  if (!types) {
    const rules = plan.route.order.filter((rule) => rule.severity === 'forbidden')
    types = new Set(
      rules.flatMap(({ event: type, rule }) =>
        rule.kind === 'once' ? [type] : [type, ...rule.types],
      ),
    )
    typesOfRules.set(plan, types)
  }
  return types.size > 0 && (types.has(event.type) || event.supersedes !== undefined)
}

function findAll(trajectory: KnownTrajectory, other: KnownTrajectory | undefined): OrderFinding[] {
  const findings = forbiddenIn(trajectory)
  return other && other !== trajectory ? [...findings, ...forbiddenIn(other)] : findings
}

function forbiddenIn({ plan, events }: KnownTrajectory): OrderFinding[] {
  if (!plan) return []
  return orderFindings(plan.route, readEvents(events)).filter(
    (finding) => finding.rule.severity === 'forbidden',
  )
}

function nameOf({ rule, event }: OrderFinding): string {
  return `${rule.code} ${event.id}`
}
