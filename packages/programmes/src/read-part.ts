import {
  type Day,
  type Event,
  type Fact,
  FOREVER,
  type FoldPlan,
  fold,
  formatDay,
  type Moment,
} from '@tijdig/core'
import { PartFacts } from './part-facts.ts'
import type {
  Dated,
  DueDay,
  IndicatorTie,
  KeyedDay,
  KeyedNumber,
  Light,
  LightSpan,
  PartReading,
  Standstill,
  TaskAnswers,
} from './part-reading.ts'
import { readBudget } from './read-budget.ts'

/**
 * A part as of the end of a day; undefined where it stands in no programme then.
 * @param reading The events that count, in the order of reading.
 */
export function readPart(
  plan: FoldPlan,
  trajectory: string,
  reading: readonly Event[],
  asOf: Day,
  knownAt: Moment,
): (PartReading & { readonly programme: string }) | undefined {
  const read = reading.filter(({ validOn }) => validOn <= asOf)
  const facts = new PartFacts(plan, fold(plan, read, knownAt), asOf)
  const place = facts.find('place')
  const state = facts.find('state')
  if (!place || !state) return undefined
  const light = facts.text(state, 'state') as Light
  const lights = lightsOf(facts)
  const planned = facts.find('plan')
  const begun = facts.find('begin')
  return {
    trajectory,
    route: plan.route.code,
    programme: facts.text(place, 'programme'),
    code: facts.text(place, 'code'),
    title: facts.text(place, 'title'),
    kind: facts.value(place, 'kind'),
    parent: facts.value(place, 'parent'),
    line: facts.value(place, 'line'),
    order: facts.number(place, 'order') ?? 0,
    owner: facts.value(facts.find('owner'), 'owner'),
    worker: facts.value(facts.find('worker'), 'worker'),
    partners: facts
      .holding('party')
      .map(({ key }) => key)
      .sort(),
    planned: planned
      ? {
          from: facts.text(planned, 'from'),
          until: facts.text(planned, 'until'),
          months: facts.value(planned, 'months')?.split(',') ?? null,
        }
      : null,
    begunOn: begun ? formatDay(begun.startedOn) : null,
    doneOn: light === 'done' ? (lights.at(-1)?.from ?? null) : null,
    light,
    since: lights.at(-1)?.from ?? formatDay(state.startedOn),
    lights,
    standstill: light === 'stalled' ? standstillOf(facts) : null,
    droppedBecause: light === 'dropped' ? facts.value(facts.find('drop'), 'because') : null,
    outcome: light === 'done' ? facts.value(facts.find('outcome'), 'outcome') : null,
    review: dueOf(facts, 'review'),
    findings: datedOf(facts, 'finding', 'found'),
    notes: datedOf(facts, 'note', 'text'),
    measured: numbersOf(facts, 'measure'),
    aims: numbersOf(facts, 'aim'),
    days: daysOf(facts),
    ties: tiesOf(facts),
    due: dueOf(facts, 'reach') ?? dueOf(facts, 'meeting'),
    reports: facts
      .holding('mention')
      .map(({ key }) => key)
      .sort(),
    alsoLines: facts
      .holding('also')
      .map(({ key }) => key)
      .sort(),
    decided: facts.value(facts.find('decision'), 'decision'),
    risk: riskOf(facts),
    region: facts.value(place, 'region'),
    held: read
      .filter(({ type }) => type === 'held')
      .map(({ validOn, data }) => ({
        on: formatDay(validOn),
        participants: typeof data.participants === 'number' ? data.participants : null,
      })),
    answers: answersOf(facts),
    budget: readBudget(facts, place),
  }
}

/** The lights after each other; a part that was moved meanwhile kept its light. */
function lightsOf(facts: PartFacts): LightSpan[] {
  const lights: LightSpan[] = []
  for (const span of facts.spans('state')) {
    const light = facts.text(span, 'state') as Light
    const until = facts.holds(span) ? null : formatDay(span.validTo)
    const before = lights.at(-1)
    if (before?.light === light) lights[lights.length - 1] = { ...before, until }
    else lights.push({ light, from: formatDay(span.validFrom), until })
  }
  return lights
}

function standstillOf(facts: PartFacts): Standstill | null {
  const fact = facts.find('standstill')
  if (!fact) return null
  const first = facts
    .spans('standstill')
    .findLast((span, place, all) => all[place - 1]?.validTo !== span.validFrom)
  return {
    reason: facts.text(fact, 'reason'),
    mover: facts.text(fact, 'mover'),
    moveBy: facts.text(fact, 'moveBy'),
    since: formatDay((first ?? fact).validFrom),
  }
}

function dueOf(facts: PartFacts, clock: string): DueDay | null {
  const fact = facts.find(clock)
  if (!fact || fact.dueOn === null || fact.dueOn === FOREVER) return null
  const metOn = facts.day(fact.metOn)
  const isOver = metOn !== null || facts.day(fact.endedOn) !== null
  return { due: formatDay(fact.dueOn), metOn, isPassed: !isOver && fact.dueOn < facts.asOf }
}

function datedOf(facts: PartFacts, name: string, attribute: string): Dated[] {
  return facts
    .spans(name)
    .map((fact) => ({ on: formatDay(fact.validFrom), text: facts.text(fact, attribute) }))
}

function numbersOf(facts: PartFacts, name: string): KeyedNumber[] {
  return facts.spans(name).map((fact) => ({
    key: fact.key,
    value: facts.number(fact, 'value') ?? 0,
    unit: facts.text(fact, 'unit'),
    what: facts.text(fact, 'what'),
    source: facts.value(fact, 'source'),
    over: facts.value(fact, 'over'),
    ...heldSince(facts, fact),
  }))
}

function daysOf(facts: PartFacts): KeyedDay[] {
  return facts.spans('day').map((fact) => ({
    key: fact.key,
    day: facts.text(fact, 'on'),
    what: facts.text(fact, 'what'),
    source: facts.value(fact, 'source'),
    ...heldSince(facts, fact),
  }))
}

function heldSince(facts: PartFacts, fact: Fact) {
  return { on: formatDay(fact.validFrom), isNewest: facts.holds(fact) }
}

function tiesOf(facts: PartFacts): IndicatorTie[] {
  return facts.holding('tie').map((fact) => ({
    tie: fact.key,
    indicator: facts.text(fact, 'indicator'),
    cell: Object.fromEntries(
      (facts.value(fact, 'cell') ?? '')
        .split(',')
        .filter((part) => part.includes('='))
        .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
    ),
    target: facts.number(fact, 'target'),
  }))
}

function riskOf(facts: PartFacts) {
  const fact = facts.find('weighing')
  if (!fact) return null
  const [chance = '', impact = '', measure = ''] = ['chance', 'impact', 'measure'].map((name) =>
    facts.text(fact, name),
  )
  return { chance, impact, measure }
}

/** By region and period; what was answered later takes the place of an earlier answer to the same. */
function answersOf(facts: PartFacts): TaskAnswers[] {
  const found = new Map<string, TaskAnswers>()
  for (const fact of facts.spans('answer')) {
    const period = facts.text(fact, 'period')
    const before = found.get(`${period} ${fact.key}`)
    const said = (name: 'saw' | 'meaning' | 'did' | 'result' | 'next') =>
      facts.value(fact, name) ?? before?.[name] ?? null
    found.set(`${period} ${fact.key}`, {
      region: fact.key,
      period,
      saw: said('saw'),
      meaning: said('meaning'),
      did: said('did'),
      result: said('result'),
      next: said('next'),
    })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answers]) => answers)
}
