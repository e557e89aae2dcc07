import {
  currentFacts,
  type Day,
  type Fact,
  type FoldPlan,
  HANDOVER_CLOCK,
  handoverIn,
  partiesOf,
  RETRACTED,
  type RecordedEvent,
  type Share,
} from '@tijdig/core'
import { type Audience, audienceOf } from './audience.ts'
import type { Reach } from './audience-totals.ts'

/** What holds and is known now of one trajectory, in the forms in which it is kept. */
export interface Current {
  readonly facts: readonly Fact[]
  /** Null while no event of it is read. */
  readonly line: CurrentLine | null
  readonly filters: readonly FilterValue[]
  /** Terms for which there is still something to be done. */
  readonly work: readonly WorkTerm[]
  /** Who may look at it: each party's own audience. */
  readonly audiences: readonly Audience[]
  readonly shares: readonly Share[]
  /** How far its record reaches, with what was withdrawn; null while it has no event. */
  readonly reach: Reach | null
}

export interface CurrentLine {
  /** Empty where no state holds. */
  readonly state: string
  readonly stateSince: Day
  readonly openedOn: Day
}

export interface WorkTerm {
  readonly fact: string
  /** The code of whom the trajectory is assigned to; empty: nobody. */
  readonly worker: string
  /** The code of who walks along and takes this step, while it is handed over; else empty. */
  readonly beside: string
  /** FOREVER while it stands still. */
  readonly dueOn: Day
}

export interface FilterValue {
  readonly attribute: string
  readonly value: string
}

export const NOTHING_CURRENT: Current = {
  facts: [],
  line: null,
  filters: [],
  work: [],
  audiences: [],
  shares: [],
  reach: null,
}

export function deriveCurrent(
  plan: FoldPlan | undefined,
  events: readonly RecordedEvent[],
): Current {
  const openedOn = firstDay(events)
  if (!plan) return NOTHING_CURRENT
  const facts = currentFacts(plan, events)
  const { parties, shares } = partiesOf(plan, facts)
  const reach = reachOf(events)
  const audiences = parties.map((party) => audienceOf(plan.route.code, party))
  if (openedOn === undefined) return { ...NOTHING_CURRENT, facts, audiences, shares, reach }
  const state = facts.find((fact) => fact.fact === 'state')
  const place = state ? placeOf(plan, 'state', 'state') : -1
  return {
    facts,
    line: {
      state: state?.values[place] ?? '',
      stateSince: state?.validFrom ?? openedOn,
      openedOn,
    },
    filters: filterValues(plan, facts),
    work: workOf(plan, facts, state?.values[place] ?? ''),
    audiences,
    shares,
    reach,
  }
}

/**
 * What was not done, in a trajectory that did not end: what is too late and can no longer be done,
 * because the trajectory ended before, is for the figures only.
 */
function workOf(plan: FoldPlan, facts: readonly Fact[], state: string): WorkTerm[] {
  if (plan.route.states[state]?.closed) return []
  const worker = workerOf(plan, facts)
  const beside = handoverIn(plan, facts)?.worker ?? ''
  return facts.flatMap(({ fact, dueOn, metOn, endedOn }) =>
    dueOn !== null && metOn === null && endedOn === null
      ? [{ fact, worker, beside: fact === HANDOVER_CLOCK ? beside : '', dueOn }]
      : [],
  )
}

function workerOf(plan: FoldPlan, facts: readonly Fact[]): string {
  const { assigned } = plan.route
  if (!assigned) return ''
  const holding = facts.find(({ fact }) => fact === assigned.fact)
  return holding?.values[placeOf(plan, assigned.fact, assigned.attribute)] ?? ''
}

/** The values that each of the route's filters has among the facts that hold; each once. */
function filterValues(plan: FoldPlan, facts: readonly Fact[]): FilterValue[] {
  const values: FilterValue[] = []
  for (const { attribute, fact: name, place } of filtersOf(plan)) {
    for (const fact of facts) {
      const value = fact.fact === name ? fact.values[place] : undefined
      if (value === undefined || value === null) continue
      if (values.some((one) => one.attribute === attribute && one.value === value)) continue
      values.push({ attribute, value })
    }
  }
  return values
}

const factPlans = new WeakMap<FoldPlan, ReadonlyMap<string, readonly string[]>>()

/** The names of a fact's attributes, in the order of its values. */
export function attributeNames(plan: FoldPlan, fact: string): readonly string[] {
  let names = factPlans.get(plan)
  if (!names) {
    names = new Map(plan.facts.map(({ name, attributes }) => [name, attributes]))
    factPlans.set(plan, names)
  }
  return names.get(fact) ?? []
}

function placeOf(plan: FoldPlan, fact: string, attribute: string): number {
  return attributeNames(plan, fact).indexOf(attribute)
}

interface FilterPlace {
  readonly attribute: string
  readonly fact: string
  readonly place: number
}

const filterPlaces = new WeakMap<FoldPlan, FilterPlace[]>()

function filtersOf(plan: FoldPlan): FilterPlace[] {
  const known = filterPlaces.get(plan)
  if (known) return known
  const made = Object.entries(plan.route.filters).map(([attribute, { fact }]) => ({
    attribute,
    fact,
    place: placeOf(plan, fact, attribute),
  }))
  filterPlaces.set(plan, made)
  return made
}

function reachOf(events: readonly RecordedEvent[]): Reach | null {
  const [first] = events
  if (!first) return null
  let { validOn, recordedAt } = first
  for (const event of events) {
    if (event.validOn > validOn) validOn = event.validOn
    if (event.recordedAt > recordedAt) recordedAt = event.recordedAt
  }
  return { validOn, recordedAt }
}

/** The first day of which an event is read when all that was recorded counts. */
function firstDay(events: readonly RecordedEvent[]): Day | undefined {
  let first: Day | undefined
  for (const event of events) {
    if (event.type === RETRACTED || event.superseders.length > 0) continue
    if (first === undefined || event.validOn < first) first = event.validOn
  }
  return first
}
