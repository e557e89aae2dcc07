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
  const moments = momentsOfChange(plan, spans)
  const facts: KnownFact[] = []
  let before: Since[] = []
  for (const moment of moments) {
    const reading: RecordedEvent[] = []
    for (const span of spans) if (span.from <= moment && moment < span.to) reading.push(span.event)
    const now = keepSince(fold(plan, reading, moment), before, moment)
    for (const { fact, knownFrom, kept } of before) {
      if (!kept) facts.push({ ...fact, knownFrom, knownTo: moment })
    }
    before = now
  }
  for (const { fact, knownFrom } of before) {
    facts.push({ ...fact, knownFrom, knownTo: END_OF_TIME })
  }
  return facts
}

/** When what was known became otherwise: by the log, or by a decree after its first event. */
function momentsOfChange(plan: FoldPlan, spans: readonly KnownSpan[]): Moment[] {
  const moments = new Set(spans.flatMap(({ from, to }) => (to < END_OF_TIME ? [from, to] : [from])))
  if (plan.calendarChanges.length > 0 && moments.size > 0) {
    const first = Math.min(...moments)
    for (const change of plan.calendarChanges) if (change > first) moments.add(change)
  }
  return [...moments].sort((a, b) => a - b)
}

interface Since {
  readonly fact: Fact
  readonly knownFrom: Moment
  kept: boolean
}

/** Gives each fact the moment since which it is known unchanged, and marks what is kept. */
function keepSince(facts: readonly Fact[], before: readonly Since[], moment: Moment): Since[] {
  return facts.map((fact, place) => {
    // Nearly always a fact stands where it stood the moment before: that place is tried first.
    const there = before[place]
    const known =
      there && !there.kept && sameFact(there.fact, fact)
        ? there
        : before.find((since) => !since.kept && sameFact(since.fact, fact))
    if (!known) return { fact, knownFrom: moment, kept: false }
    known.kept = true
    return { fact, knownFrom: known.knownFrom, kept: false }
  })
}

function sameFact(a: Fact, b: Fact): boolean {
  return (
    a.fact === b.fact &&
    a.key === b.key &&
    a.validFrom === b.validFrom &&
    a.validTo === b.validTo &&
    a.startedOn === b.startedOn &&
    a.dueOn === b.dueOn &&
    a.metOn === b.metOn &&
    a.endedOn === b.endedOn &&
    a.values.every((value, place) => value === b.values[place])
  )
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
