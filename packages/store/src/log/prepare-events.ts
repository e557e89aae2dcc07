import { checkEvent, type Event, type FoldPlan } from '@tijdig/core'
import type { Refusal } from './append-result.ts'
import { canonicalData, canonicalForm } from './canonical-form.ts'

/** A batch of events with all that can be said of them without the log; arrays side by side. */
export interface PreparedEvents {
  readonly events: readonly Event[]
  /** Each event's data, and the whole event, in canonical form. */
  readonly data: readonly string[]
  readonly canonical: readonly string[]
  /** By place: what its route refuses. */
  readonly refusals: ReadonlyMap<number, Refusal>
}

export function prepareEvents(
  events: readonly Event[],
  plans: ReadonlyMap<string, FoldPlan>,
): PreparedEvents {
  const data: string[] = []
  const canonical: string[] = []
  const refusals = new Map<number, Refusal>()
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as Event
    const refusal = checkEvent(plans.get(event.route)?.route, event)
    if (refusal) refusals.set(index, refusal)
    const text = canonicalData(event.data)
    data.push(text)
    canonical.push(canonicalForm(event, text))
  }
  return { events, data, canonical, refusals }
}
