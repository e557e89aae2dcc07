import type { RecordedEvent } from './event.ts'
import { RETRACTED } from './event.ts'
import type { Fact, KnownFact } from './fact.ts'
import { fold } from './fold.ts'
import type { FoldPlan } from './fold-plan.ts'
import { END_OF_TIME, type Moment } from './moment.ts'
import { compareInReading } from './reading.ts'

/**
 * A trajectory's facts with both spans: folded at each moment at which something became known,
 * and kept together over the moments between which nothing changed.
 * @param events All events of the trajectory, in any order.
 * @param position Leaves out what stands later in the log.
 */
export function history(
  plan: FoldPlan,
  events: readonly RecordedEvent[],
  position: number = Number.MAX_SAFE_INTEGER,
): KnownFact[] {
  const spans = knownSpans(events, position)
  const moments = [...new Set(spans.flatMap((span) => [span.from, span.to]))]
    .filter((moment) => moment < END_OF_TIME)
    .sort((a, b) => a - b)
  const facts: KnownFact[] = []
  let before = new Map<string, { fact: Fact; knownFrom: Moment }>()
  for (const moment of moments) {
    const reading: RecordedEvent[] = []
    for (const span of spans) if (span.from <= moment && moment < span.to) reading.push(span.event)
    const now = new Map<string, { fact: Fact; knownFrom: Moment }>()
    for (const fact of fold(plan, reading)) {
      const name = identity(fact)
      const known = before.get(name)
      if (known) before.delete(name)
      now.set(name, known ?? { fact, knownFrom: moment })
    }
    for (const { fact, knownFrom } of before.values())
      facts.push({ ...fact, knownFrom, knownTo: moment })
    before = now
  }
  for (const { fact, knownFrom } of before.values()) {
    facts.push({ ...fact, knownFrom, knownTo: END_OF_TIME })
  }
  return facts
}

interface KnownSpan {
  readonly event: RecordedEvent
  readonly from: Moment
  readonly to: Moment
}

/** Each event that is ever read, in the order of reading, with the span in which it is. */
function knownSpans(events: readonly RecordedEvent[], position: number): KnownSpan[] {
  const spans: KnownSpan[] = []
  for (const event of events) {
    if (event.position > position || event.type === RETRACTED) continue
    let to: Moment = END_OF_TIME
    for (const superseder of event.superseders) {
      if (superseder.position <= position && superseder.recordedAt < to) to = superseder.recordedAt
    }
    if (event.recordedAt < to) spans.push({ event, from: event.recordedAt, to })
  }
  return spans.sort((a, b) => compareInReading(a.event, b.event))
}

function identity(fact: Fact): string {
  return `${fact.fact}\n${fact.key}\n${fact.validFrom} ${fact.validTo} ${fact.startedOn} ${fact.dueOn} ${fact.metOn} ${fact.endedOn}\n${fact.values.join('\n')}`
}
