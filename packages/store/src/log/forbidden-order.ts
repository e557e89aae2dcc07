import { type FoldPlan, type OrderFinding, orderFindings, readEvents } from '@tijdig/core'
import type { KnownEvent, KnownTrajectory } from './known-trajectory.ts'

/**
 * What a trajectory's route forbids and was not so before `change`: an event is refused when it
 * stands where it may not, or when it would make another one do so.
 */
export function newlyForbidden(
  trajectory: KnownTrajectory,
  event: KnownEvent,
  change: { apply(): void; undo(): void },
): OrderFinding | undefined {
  const { plan } = trajectory
  if (!plan || !concerns(plan, event)) return undefined
  const before = new Set(forbidden(plan, trajectory).map(name))
  change.apply()
  const found = forbidden(plan, trajectory).find((finding) => !before.has(name(finding)))
  change.undo()
  return found
}

const concerned = new WeakMap<FoldPlan, ReadonlySet<string>>()

/** Most events cannot break a forbidden order: a route has few such rules, if any. */
function concerns(plan: FoldPlan, event: KnownEvent): boolean {
  let types = concerned.get(plan)
  if (!types) {
    types = new Set(
      plan.route.order
        .filter((rule) => rule.severity === 'forbidden')
        .flatMap(({ event: type, rule }) =>
          rule.kind === 'once' ? [type] : [type, ...rule.types],
        ),
    )
    concerned.set(plan, types)
  }
  return types.size > 0 && (types.has(event.type) || event.supersedes !== undefined)
}

function forbidden(plan: FoldPlan, trajectory: KnownTrajectory): OrderFinding[] {
  return orderFindings(plan.route, readEvents(trajectory.events)).filter(
    (finding) => finding.rule.severity === 'forbidden',
  )
}

function name({ rule, event }: OrderFinding): string {
  return `${rule.code} ${event.id}`
}
