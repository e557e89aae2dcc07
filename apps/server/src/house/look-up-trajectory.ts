import {
  type ClockOutcome,
  clockOutcome,
  type Day,
  dayOfMoment,
  EVERYTHING,
  err,
  type Fact,
  FOREVER,
  type FoldPlan,
  findDay,
  fold,
  formatDay,
  type Knowledge,
  ok,
  type RecordedEvent,
  type Result,
  type RouteDefinition,
  readEvents,
} from '@tijdig/core'
import { attributeWords } from './field-words.ts'
import { findPlan, type House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { readKnownAt } from './read-question.ts'
import { type Successor, type TimelineEntry, timelineOf } from './timeline.ts'

/** One trajectory as it stood on a day, as known at a moment. */
export interface TrajectoryView {
  readonly id: string
  readonly route: string
  readonly routeLabel: string
  readonly state: { code: string; label: string } | null
  readonly stateSince: string | null
  readonly facts: { label: string; value: string; since: string; key: string | null }[]
  readonly states: { code: string; label: string; from: string; until: string | null }[]
  readonly clocks: ClockView[]
  readonly timeline: TimelineEntry[]
}

interface ClockView {
  readonly code: string
  readonly label: string
  readonly norm: string
  readonly source: string
  readonly startedOn: string
  readonly dueOn: string
  readonly metOn: string | null
  readonly outcome: ClockOutcome
}

export interface AskedTrajectory {
  readonly route: string
  readonly id: string
  /** Left out: today. */
  readonly cutOff?: string | undefined
  /** Left out: all that was ever recorded. */
  readonly knownAt?: string | undefined
}

/** Reads one trajectory with the same fold that the figures are counted from. */
export async function lookUpTrajectory(
  house: House,
  asked: AskedTrajectory,
): Promise<Result<TrajectoryView, HouseError>> {
  const plan = findPlan(house, asked.route)
  if (!plan.ok) return plan
  const cutOff = asked.cutOff === undefined ? dayOfMoment(house.now()) : findDay(asked.cutOff)
  if (cutOff === undefined) {
    return err(
      houseError('day-invalid', `De peildag "${asked.cutOff}" bestaat niet. Schrijf JJJJ-MM-DD.`),
    )
  }
  const knownAt = asked.knownAt === undefined ? ok(EVERYTHING.knownAt) : readKnownAt(asked.knownAt)
  if (!knownAt.ok) return knownAt
  const trajectory = await house.store.findTrajectory(asked.route, asked.id)
  if (!trajectory) {
    return err(
      houseError(
        'trajectory-unknown',
        `De route ${asked.route} kent geen traject "${asked.id}". Kijk of het nummer klopt.`,
      ),
    )
  }
  const knowledge: Knowledge = { ...EVERYTHING, knownAt: knownAt.value }
  const successors = await findSuccessors(house, trajectory.events)
  return ok({
    id: trajectory.id,
    ...stateOfAffairs(plan.value, trajectory.events, knowledge, cutOff),
    timeline: timelineOf(plan.value.route, trajectory.events, knowledge, successors),
  })
}

function stateOfAffairs(
  plan: FoldPlan,
  events: readonly RecordedEvent[],
  knowledge: Knowledge,
  cutOff: Day,
) {
  const { route } = plan
  const reading = readEvents(events, knowledge).filter(({ validOn }) => validOn <= cutOff)
  const facts = fold(plan, reading)
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
function statesOf(plan: FoldPlan, facts: readonly Fact[]): TrajectoryView['states'] {
  const states: TrajectoryView['states'] = []
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
function factWords(plan: FoldPlan, fact: Fact): TrajectoryView['facts'] {
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
      dueOn: formatDay(dueOn),
      metOn: metOn === null ? null : formatDay(metOn),
      outcome: clockOutcome({ dueOn, metOn, endedOn }, cutOff),
    },
  ]
}

/** By position, the events that took others' places; those of other trajectories are looked up. */
async function findSuccessors(
  house: House,
  events: readonly RecordedEvent[],
): Promise<Map<number, Successor>> {
  const successors = new Map<number, Successor>(
    events.map(({ position, id, type }) => [position, { id, type }]),
  )
  for (const { position } of events.flatMap(({ superseders }) => superseders)) {
    if (successors.has(position)) continue
    for await (const batch of house.store.readLog({ after: position - 1, upTo: position })) {
      for (const { id, type } of batch) successors.set(position, { id, type })
    }
  }
  return successors
}
