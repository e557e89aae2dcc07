import type { Calendar } from './calendar.ts'
import { type Day, FOREVER, findDay } from './day.ts'
import type { Event } from './event.ts'
import type { Fact } from './fact.ts'
import { type Effect, type FactPlan, type FoldPlan, fieldText } from './fold-plan.ts'
import { END_OF_TIME, type Moment } from './moment.ts'
import { compareInReading } from './reading.ts'

/**
 * The one fold: a trajectory's events, in the order of reading, to its facts over time.
 * Pure. A fact holds as of the end of a day, so what begins and ends on one day never held.
 * @param knownAt By the calendar as it was known then the terms are counted.
 */
export function fold(
  plan: FoldPlan,
  reading: readonly Event[],
  knownAt: Moment = END_OF_TIME,
): Fact[] {
  const calendar = plan.calendar.asKnownAt(knownAt)
  const facts: OpenFact[] = []
  const instances: Instances = []
  const said: Said = { first: new Map(), newest: new Map() }
  for (let index = 0; index < reading.length; ) {
    const day = (reading[index] as Event).validOn
    for (; index < reading.length && (reading[index] as Event).validOn === day; index++) {
      const event = reading[index] as Event
      if (!said.first.has(event.type)) said.first.set(event.type, event)
      said.newest.set(event.type, event)
      for (const effect of plan.effects.get(event.type) ?? NOTHING) {
        apply(plan, effect, event, instances)
      }
    }
    settle(plan, calendar, day, instances, said, facts)
  }
  return facts.map(finish)
}

const NOTHING: readonly Effect[] = []
const NONE: readonly Instance[] = []

/** The first and the newest event of each type that were read. */
interface Said {
  readonly first: Map<string, Event>
  readonly newest: Map<string, Event>
}

/** By place in the plan; nothing where a trajectory has no such fact, as is mostly so. */
type Instances = (Instance[] | undefined)[]

/** One fact under one key, while its trajectory is read. */
interface Instance {
  readonly plan: FactPlan
  readonly key: string
  /** What the newest event says, whatever else it waits for; null: closed. */
  base: (string | null)[] | null
  startedOn: Day
  endedForGood: boolean
  /** Of a clock: how the term went. Another begins where it begins anew. */
  run: Run
  open: OpenFact | null
  /** Something was read since it was last settled. */
  changed: boolean
}

/** What became of a clock since it began; one on which people agree anew begins anew. */
interface Run {
  /** The last day on which people agreed, or that the newest event named; null: that of the term. */
  agreed: Day | null
  readonly metDays: Day[]
  endedOn: Day | null
  /** When the clock stood still, in order; the last may still. */
  readonly pauses: Pause[]
}

interface Pause {
  readonly from: Day
  to: Day | null
}

interface OpenFact {
  readonly instance: Instance
  readonly run: Run
  readonly values: readonly (string | null)[]
  readonly validFrom: Day
  readonly startedOn: Day
  readonly dueOn: Day | null
  validTo: Day
}

function apply(plan: FoldPlan, effect: Effect, event: Event, instances: Instances) {
  switch (effect.kind) {
    case 'open': {
      const key = effect.key === undefined ? '' : fieldText(event, effect.key)
      if (key === null) return
      const instance = getInstance(plan, effect.fact, key, instances)
      if (instance.endedForGood) return
      if (instance.plan.dueField !== null) {
        nameDueDay(instance, event, effect.values(event))
        return
      }
      if (effect.once && instance.base !== null) return
      instance.base = effect.values(event)
      if (effect.agreed) instance.run = newRun(effect.agreed(event))
      instance.startedOn = event.validOn
      instance.changed = true
      return
    }
    case 'close': {
      const key = effect.key === undefined ? '' : fieldText(event, effect.key)
      if (key === null) return
      const instance = getInstance(plan, effect.fact, key, instances)
      instance.base = null
      instance.endedForGood ||= effect.forGood
      instance.changed = true
      return
    }
    case 'meet':
      getInstance(plan, effect.fact, '', instances).run.metDays.push(event.validOn)
      return
    case 'lapse':
      getInstance(plan, effect.fact, '', instances).run.endedOn ??= event.validOn
      return
    case 'pause': {
      const instance = getInstance(plan, effect.fact, '', instances)
      if (instance.run.pauses.at(-1)?.to === null) return
      instance.run.pauses.push({ from: event.validOn, to: null })
      instance.changed = true
      return
    }
    case 'resume': {
      const instance = getInstance(plan, effect.fact, '', instances)
      const pause = instance.run.pauses.at(-1)
      if (pause?.to !== null) return
      pause.to = event.validOn
      instance.changed = true
      return
    }
    case 'touch':
      for (const instance of instances[effect.fact] ?? NONE) instance.changed = true
      return
    default:
      effect satisfies never
  }
}

function getInstance(plan: FoldPlan, fact: number, key: string, instances: Instances): Instance {
  const all = instances[fact]
  if (all) for (const instance of all) if (instance.key === key) return instance
  const instance: Instance = {
    plan: plan.facts[fact] as FactPlan,
    key,
    base: null,
    startedOn: FOREVER,
    endedForGood: false,
    run: newRun(null),
    open: null,
    changed: false,
  }
  if (all) all.push(instance)
  else instances[fact] = [instance]
  return instance
}

function newRun(agreed: Day | null): Run {
  return { agreed, metDays: [], endedOn: null, pauses: [] }
}

/** A later day moves a term that nobody met; after the end it begins anew, on the day of naming. */
function nameDueDay(instance: Instance, event: Event, values: (string | null)[]) {
  const named = findDay(event.data[instance.plan.dueField as string])
  if (named === undefined) return
  const isOver = instance.run.metDays.length > 0 || instance.run.endedOn !== null
  if (isOver) instance.run = newRun(named)
  else instance.run.agreed = named
  if (isOver || instance.base === null) instance.startedOn = event.validOn
  instance.base = values
  instance.changed = true
}

/** At the end of a day: closes what no longer holds, opens what now does. */
function settle(
  plan: FoldPlan,
  calendar: Calendar,
  day: Day,
  instances: Instances,
  said: Said,
  facts: OpenFact[],
) {
  // A change of one fact may add those that wait for it; they stand later in the plan.
  for (const fact of plan.facts) {
    for (const instance of instances[fact.index] ?? NONE) {
      if (!instance.changed) continue
      instance.changed = false
      const values = holding(instance, instances, said)
      const dueOn = values && dueDayOf(instance, calendar)
      const { open } = instance
      if (
        open &&
        values &&
        sameValues(open.values, values) &&
        open.startedOn === instance.startedOn &&
        open.run === instance.run &&
        open.dueOn === dueOn
      ) {
        continue
      }
      if (!open && !values) continue
      if (open) open.validTo = day
      instance.open = values && {
        instance,
        run: instance.run,
        values,
        validFrom: day,
        startedOn: instance.startedOn,
        dueOn,
        validTo: FOREVER,
      }
      if (instance.open) facts.push(instance.open)
      for (const waiting of fact.waiting) {
        for (const other of instances[waiting] ?? NONE) other.changed = true
      }
    }
  }
}

/** The values under which an instance holds now; null when it does not. */
function holding(instance: Instance, instances: Instances, said: Said): (string | null)[] | null {
  const { base, plan } = instance
  if (base === null) return null
  for (const type of plan.requires) if (!said.first.has(type)) return null
  if (plan.gate) {
    const gate = instances[plan.gate.fact]?.[0]?.open
    const value = gate?.values[plan.gate.attribute]
    if (value === undefined || value === null || !plan.gate.in.has(value)) return null
  }
  if (plan.borrowed.length === 0) return base
  const values = [...base]
  for (const { place, events, newest, field } of plan.borrowed) {
    const lender = newest ? newestOf(events, said) : said.first.get(events[0] as string)
    values[place] = lender ? fieldText(lender, field) : null
  }
  return values
}

function newestOf(types: readonly string[], { newest }: Said): Event | undefined {
  let found: Event | undefined
  for (const type of types) {
    const event = newest.get(type)
    if (event && (!found || compareInReading(found, event) < 0)) found = event
  }
  return found
}

function sameValues(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Until when a clock may run, by the pauses that were read; null for what is no clock. */
function dueDayOf({ plan, startedOn, run }: Instance, calendar: Calendar): Day | null {
  if (!plan.term) return null
  const term = plan.term(calendar)
  let due = run.agreed ?? term.due(startedOn)
  if (run.pauses.length === 0) return due
  const done = Math.min(metDay(plan, run, startedOn) ?? FOREVER, run.endedOn ?? FOREVER)
  for (const { from, to } of run.pauses) {
    // It may have stood still from before it began.
    const pausedOn = Math.max(from, startedOn) as Day
    if (to !== null && to <= pausedOn) continue
    if (pausedOn >= due || pausedOn >= done) continue
    due = term.moved(due, pausedOn, to)
  }
  return due
}

function finish({ instance, run, values, validFrom, validTo, startedOn, dueOn }: OpenFact): Fact {
  const { plan, key } = instance
  return {
    fact: plan.name,
    key,
    values,
    validFrom,
    validTo,
    startedOn,
    dueOn,
    metOn: plan.term ? metDay(plan, run, startedOn) : null,
    endedOn: plan.term ? run.endedOn : null,
  }
}

function metDay({ meets }: FactPlan, { metDays }: Run, from: Day): Day | null {
  if (meets === 'first') return metDays[0] ?? null
  return metDays.find((day) => day >= from) ?? null
}
