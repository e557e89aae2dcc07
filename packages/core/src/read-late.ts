import type { RecordedEvent } from './event.ts'
import { compareInReading, isKnown, type Knowledge, readEvents } from './reading.ts'

/**
 * The events half-way from `earlier` to `later`, in the order of reading: with what came in late,
 * without the corrections of what was known. What was corrected before anyone read it came in late as
 * a whole (decision 0008).
 */
export function readLate(
  events: readonly RecordedEvent[],
  earlier: Knowledge,
  later: Knowledge,
): RecordedEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const known = readEvents(events, earlier)
  const kept = new Set(known.map(({ id }) => id))
  const late = readEvents(events, later).filter(
    (event) => !kept.has(event.id) && !corrects(event, byId, earlier),
  )
  return [...known, ...late].sort(compareInReading)
}

/** Whether an event stands, however indirectly, in the place of one that was known. */
function corrects(
  event: RecordedEvent,
  byId: ReadonlyMap<string, RecordedEvent>,
  earlier: Knowledge,
): boolean {
  const passed = new Set<string>()
  for (let current: RecordedEvent | undefined = event; current && !passed.has(current.id); ) {
    if (isKnown(current, earlier)) return true
    passed.add(current.id)
    if (current.supersedes === undefined) return false
    current = byId.get(current.supersedes)
    // It stands in another trajectory: then it says itself that it corrects.
    if (!current) return true
  }
  return false
}
