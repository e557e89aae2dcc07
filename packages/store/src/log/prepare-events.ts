import { checkEvent, type Event, type FoldPlan } from '@tijdig/core'
import type { Refusal } from './append-result.ts'

/** A batch of events with what can be said of them without the log. */
export interface PreparedEvents {
  readonly events: readonly Event[]
  /** By place: what its route refuses. */
  readonly refusals: ReadonlyMap<number, Refusal>
}

export function prepareEvents(
  events: readonly Event[],
  plans: ReadonlyMap<string, FoldPlan>,
): PreparedEvents {
  const refusals = new Map<number, Refusal>()
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as Event
    const refusal = checkEvent(plans.get(event.route)?.route, event)
    if (refusal) refusals.set(index, refusal)
  }
  return { events, refusals }
}
