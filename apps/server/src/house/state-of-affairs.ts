import {
  type ClockOutcome,
  clockOutcome,
  type Day,
  type Fact,
  FOREVER,
  type FoldPlan,
  fold,
  formatDay,
  type Knowledge,
  type RecordedEvent,
  type RouteDefinition,
  readEvents,
} from '@tijdig/core'
import { attributeWords } from './field-words.ts'

/** What holds of a trajectory on a day, as known at a moment, in words. */
export interface StateOfAffairs {
  readonly route: string
  readonly routeLabel: string
  readonly state: { code: string; label: string } | null
  readonly stateSince: string | null
  readonly facts: { label: string; value: string; since: string; key: string | null }[]
  readonly states: { code: string; label: string; from: string; until: string | null }[]
  readonly clocks: ClockView[]
}

interface ClockView {
  readonly code: string
  readonly label: string
  readonly norm: string
  readonly source: string
  readonly startedOn: string
  /** Null while it stands still. */
  readonly dueOn: string | null
  readonly standsStillSince: string | null
  readonly metOn: string | null
  readonly outcome: ClockOutcome
}

/** Folds what was known of what had happened, as the figures do. */
export function stateOfAffairs(
  plan: FoldPlan,
  events: readonly RecordedEvent[],
  knowledge: Knowledge,
  cutOff: Day,
): StateOfAffairs {
  const { route } = plan
  const reading = readEvents(events, knowledge).filter(({ validOn }) => validOn <= cutOff)
  const facts = fold(plan, reading, knowledge.knownAt)
  const holding = facts.filter(({ validTo }) => validTo === FOREVER)
  const states = statesOf(plan, facts)
  const last = states.at(-1)
  const standing = last && last.until === null ? last : undefined
  return {
    route: route.code,
    routeLabel: route.label,
    state: standing ? { code: standing.code, label: standing.label } : null,
    stateSince: standing?.from ?? null,
    facts: holding.flatMap((fact) => factWords(plan, fact)),
    states,
    clocks: holding.flatMap((fact) => clockView(route, fact, cutOff)),
  }
}

/** The states after each other; one that began again in the same state is one. */
function statesOf(plan: FoldPlan, facts: readonly Fact[]): StateOfAffairs['states'] {
  const states: StateOfAffairs['states'] = []
  const place = plan.facts.find(({ name }) => name === 'state')?.attributes.indexOf('state') ?? 0
  for (const fact of facts) {
    if (fact.fact !== 'state') continue
    const code = fact.values[place] ?? ''
    const until = fact.validTo === FOREVER ? null : formatDay(fact.validTo)
    const from = formatDay(fact.validFrom)
    const before = states.at(-1)
    if (before?.code === code && before.until === from) before.until = until
    else states.push({ code, label: plan.route.states[code]?.label ?? code, from, until })
  }
  return states
}

/** What a fact says, a line for each attribute; one without attributes says its key. */
function factWords(plan: FoldPlan, fact: Fact): StateOfAffairs['facts'] {
  const definition = plan.facts.find(({ name }) => name === fact.fact)
  if (!definition || definition.kind === 'clock' || fact.fact === 'state') return []
  const since = formatDay(fact.startedOn)
  const key = fact.key === '' ? null : fact.key
  const lines = definition.attributes.flatMap((attribute, place) => {
    const value = fact.values[place]
    const words = attributeWords(plan.route, fact.fact, attribute)
    if (value === null || value === undefined || !words) return []
    // A key that is itself the value (a region, a theme) need not be said twice.
    return [{ label: words.label, value: words.say(value), since, key: key === value ? null : key }]
  })
  if (lines.length > 0 || definition.attributes.length > 0) return lines
  const { label } = plan.route.facts[fact.fact] ?? { label: fact.fact }
  return [{ label, value: key ?? 'ja', since, key: null }]
}

function clockView(route: RouteDefinition, fact: Fact, cutOff: Day): ClockView[] {
  const definition = route.facts[fact.fact]
  const { dueOn, metOn, endedOn } = fact
  if (definition?.kind !== 'clock' || dueOn === null) return []
  return [
    {
      code: definition.code,
      label: definition.label,
      norm: definition.norm,
      source: definition.source,
      startedOn: formatDay(fact.startedOn),
      dueOn: dueOn === FOREVER ? null : formatDay(dueOn),
      standsStillSince: dueOn === FOREVER ? formatDay(fact.validFrom) : null,
      metOn: metOn === null ? null : formatDay(metOn),
      outcome: clockOutcome({ dueOn, metOn, endedOn }, cutOff),
    },
  ]
}
