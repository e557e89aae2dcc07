import { FOREVER } from './day.ts'
import type { RecordedEvent } from './event.ts'
import type { Fact } from './fact.ts'
import { fold } from './fold.ts'
import type { FoldPlan } from './fold-plan.ts'
import { readEvents } from './reading.ts'

/** The facts of a trajectory that hold and are known when all that was recorded counts. */
export function currentFacts(plan: FoldPlan, events: readonly RecordedEvent[]): Fact[] {
  return fold(plan, readEvents(events)).filter((fact) => fact.validTo === FOREVER)
}
