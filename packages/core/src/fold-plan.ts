import type { Calendar } from './calendar.ts'
import { type ClockTerm, createClockTerm } from './clock-term.ts'
import { type Day, findDay, monthOf, quarterOf } from './day.ts'
import { attributesOf } from './define-route.ts'
import type { Event } from './event.ts'
import type { Moment } from './moment.ts'
import type { AttributeRule, ClockDefinition, FactDefinition, RouteDefinition } from './route.ts'

/**
 * A route made ready for folding: by event type, what it does to which facts.
 * Made once a route; the fold itself looks nothing up in the definition.
 */
export interface FoldPlan {
  readonly route: RouteDefinition
  /** Facts that others wait for come first. */
  readonly facts: readonly FactPlan[]
  readonly effects: ReadonlyMap<string, readonly Effect[]>
  readonly calendar: Calendar
  /** The moments at which a change of the calendar moved due days. */
  readonly calendarChanges: readonly Moment[]
}

export interface FactPlan {
  readonly index: number
  readonly name: string
  readonly kind: FactDefinition['kind']
  readonly attributes: readonly string[]
  readonly requires: readonly string[]
  readonly gate: {
    readonly fact: number
    readonly attribute: number
    readonly in: ReadonlySet<string>
  } | null
  /** Facts that hold only while this one has a certain value. */
  readonly waiting: readonly number[]
  /** Attributes that another event type fills in. */
  readonly borrowed: readonly Borrowed[]
  /** Of a clock: how its due day is worked out by a calendar; null for other kinds. */
  readonly term: ((calendar: Calendar) => ClockTerm) | null
  readonly meets: 'first-on-or-after' | 'first'
  /** Of a clock whose due day is named: the field that names it, and each naming may begin it anew. */
  readonly dueField: string | null
}

/** An attribute's place, and whose field fills it in: the first event of one type, or the newest. */
interface Borrowed {
  readonly place: number
  readonly events: readonly string[]
  readonly newest: boolean
  readonly field: string
}

/** What reading an event of a type does to one fact. */
export type Effect =
  | {
      readonly kind: 'open'
      readonly fact: number
      readonly key: string | undefined
      readonly once: boolean
      readonly values: (event: Event) => (string | null)[]
      /** Of a clock on which people agree each time: the last day, where the event names one. */
      readonly agreed?: (event: Event) => Day | null
    }
  | {
      readonly kind: 'close'
      readonly fact: number
      readonly key: string | undefined
      readonly forGood: boolean
    }
  | {
      readonly kind: 'meet' | 'lapse' | 'pause' | 'resume' | 'touch'
      readonly fact: number
    }

export function createFoldPlan(route: RouteDefinition, calendar: Calendar): FoldPlan {
  const entries = Object.entries(route.facts)
  const ordered = [
    ...entries.filter(([, fact]) => !fact.while),
    ...entries.filter(([, fact]) => fact.while),
  ]
  const indexOf = new Map(ordered.map(([name], index) => [name, index]))
  const effects = new Map<string, Effect[]>()
  const on = (type: string, effect: Effect) => {
    const known = effects.get(type)
    if (known) known.push(effect)
    else effects.set(type, [effect])
  }
  const facts = ordered.map(([name, fact], index): FactPlan => {
    addEffects(fact, index, on)
    const gate = fact.while && (indexOf.get(fact.while.fact) as number)
    return {
      index,
      name,
      kind: fact.kind,
      attributes: attributesOf(fact),
      requires: fact.requires ?? [],
      gate:
        fact.while && gate !== undefined
          ? {
              fact: gate,
              attribute: attributesOf(route.facts[fact.while.fact] as FactDefinition).indexOf(
                fact.while.attribute,
              ),
              in: new Set(fact.while.in),
            }
          : null,
      waiting: ordered.flatMap(([, other], place) => (other.while?.fact === name ? [place] : [])),
      borrowed: borrowedBy(fact),
      term: fact.kind === 'clock' ? termByCalendar(fact) : null,
      meets: fact.kind === 'clock' ? fact.meets : 'first',
      dueField: fact.kind === 'clock' && 'dueField' in fact.term ? fact.term.dueField : null,
    }
  })
  const calendarChanges = entries.some(([, fact]) => countsWorkingDays(fact))
    ? calendar.changes
    : []
  return { route, facts, effects, calendar, calendarChanges }
}

function countsWorkingDays(fact: FactDefinition): boolean {
  if (fact.kind !== 'clock') return false
  const moves = fact.pause?.moves
  const terms = [fact.term, ...(typeof moves === 'object' ? [moves] : [])]
  return terms.some((term) => 'unit' in term && term.unit === 'working-days')
}

function termByCalendar(clock: ClockDefinition): (calendar: Calendar) => ClockTerm {
  const made = new WeakMap<Calendar, ClockTerm>()
  return (calendar) => {
    let term = made.get(calendar)
    if (!term) {
      term = createClockTerm(clock, calendar)
      made.set(calendar, term)
    }
    return term
  }
}

function addEffects(
  fact: FactDefinition,
  index: number,
  on: (type: string, effect: Effect) => void,
) {
  const touched = new Set(fact.requires ?? [])
  for (const { events } of borrowedBy(fact)) for (const type of events) touched.add(type)
  for (const type of touched) on(type, { kind: 'touch', fact: index })
  const attributes = attributesOf(fact)
  switch (fact.kind) {
    case 'spell':
      for (const [type, rules] of Object.entries(fact.opens)) {
        on(type, {
          kind: 'open',
          fact: index,
          key: fact.key,
          once: false,
          values: valuesOf(attributes, rules),
        })
      }
      for (const type of fact.closes ?? []) {
        on(type, { kind: 'close', fact: index, key: fact.key, forGood: false })
      }
      for (const type of fact.endsForGood ?? []) {
        on(type, { kind: 'close', fact: index, key: fact.key, forGood: true })
      }
      return
    case 'occurrence':
      on(fact.of, {
        kind: 'open',
        fact: index,
        key: fact.key,
        once: true,
        values: valuesOf(attributes, fact.attributes),
      })
      return
    case 'clock':
      on(fact.from, {
        kind: 'open',
        fact: index,
        key: undefined,
        once: fact.agreed === undefined,
        values: valuesOf(attributes, fact.attributes),
        ...(fact.agreed !== undefined && { agreed: dayIn(fact.agreed) }),
      })
      on(fact.to, { kind: 'meet', fact: index })
      if (fact.lapsesOn !== undefined) on(fact.lapsesOn, { kind: 'lapse', fact: index })
      if (fact.pause) {
        on(fact.pause.from, { kind: 'pause', fact: index })
        on(fact.pause.until, { kind: 'resume', fact: index })
      }
      return
    default:
      fact satisfies never
  }
}

function borrowedBy(fact: FactDefinition): Borrowed[] {
  const [rules = {}] = fact.kind === 'spell' ? Object.values(fact.opens) : [fact.attributes]
  return attributesOf(fact).flatMap((attribute, place): Borrowed[] => {
    const rule = rules[attribute]
    if (rule?.from === 'first') {
      return [{ place, events: [rule.event], newest: false, field: rule.field }]
    }
    if (rule?.from !== 'newest') return []
    return [{ place, events: rule.events, newest: true, field: rule.field }]
  })
}

function valuesOf(
  attributes: readonly string[],
  rules: Readonly<Record<string, AttributeRule>>,
): (event: Event) => (string | null)[] {
  const readers = attributes.map((attribute) => readerOf(rules[attribute]))
  return (event) => readers.map((read) => read(event))
}

function readerOf(rule: AttributeRule | undefined): (event: Event) => string | null {
  if (!rule) return () => null
  switch (rule.from) {
    case 'fixed':
      return () => rule.value
    case 'field':
      return (event) => fieldText(event, rule.field)
    case 'period': {
      const name = remember(rule.period === 'month' ? monthOf : quarterOf)
      return (event) => name(event.validOn)
    }
    case 'first':
    case 'newest':
      return () => null
    default:
      return rule satisfies never
  }
}

function dayIn(name: string): (event: Event) => Day | null {
  return (event) => findDay(fieldText(event, name) ?? '') ?? null
}

/** A field's value as text, the form in which facts keep and count it. */
export function fieldText(event: Event, field: string): string | null {
  const value = event.data[field]
  return value === undefined ? null : String(value)
}

// A log has a few thousand days and millions of events: what a day leads to is worked out once.
function remember(compute: (day: Day) => string): (day: Day) => string {
  const known = new Map<Day, string>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const value = compute(day)
    known.set(day, value)
    return value
  }
}
