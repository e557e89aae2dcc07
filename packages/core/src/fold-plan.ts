import type { Calendar } from './calendar.ts'
import { type Day, monthOf, quarterOf } from './day.ts'
import { attributesOf } from './define-route.ts'
import { dueDay } from './due-day.ts'
import type { Event } from './event.ts'
import type { AttributeRule, FactDefinition, RouteDefinition } from './route.ts'

/**
 * A route made ready for folding: by event type, what it does to which facts.
 * Made once a route; the fold itself looks nothing up in the definition.
 */
export interface FoldPlan {
  readonly route: RouteDefinition
  /** Facts that others wait for come first. */
  readonly facts: readonly FactPlan[]
  readonly effects: ReadonlyMap<string, readonly Effect[]>
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
  /** Attributes that another event type fills in: place and source. */
  readonly borrowed: readonly {
    readonly place: number
    readonly event: string
    readonly field: string
  }[]
  /** The due day of a clock that starts on a day; null for other kinds. */
  readonly due: ((from: Day) => Day) | null
  readonly meets: 'first-on-or-after' | 'first'
}

/** What reading an event of a type does to one fact. */
export type Effect =
  | {
      readonly kind: 'open'
      readonly fact: number
      readonly key: string | undefined
      readonly once: boolean
      readonly values: (event: Event) => (string | null)[]
    }
  | {
      readonly kind: 'close'
      readonly fact: number
      readonly key: string | undefined
      readonly forGood: boolean
    }
  | { readonly kind: 'meet' | 'lapse' | 'touch'; readonly fact: number }

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
      due: fact.kind === 'clock' ? dueDays(fact.term, calendar) : null,
      meets: fact.kind === 'clock' ? fact.meets : 'first',
    }
  })
  return { route, facts, effects }
}

function addEffects(
  fact: FactDefinition,
  index: number,
  on: (type: string, effect: Effect) => void,
) {
  const touched = new Set(fact.requires ?? [])
  for (const borrowed of borrowedBy(fact)) touched.add(borrowed.event)
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
        once: true,
        values: valuesOf(attributes, fact.attributes),
      })
      on(fact.to, { kind: 'meet', fact: index })
      if (fact.lapsesOn !== undefined) on(fact.lapsesOn, { kind: 'lapse', fact: index })
      return
    default:
      fact satisfies never
  }
}

function borrowedBy(fact: FactDefinition): { place: number; event: string; field: string }[] {
  if (fact.kind === 'spell') return []
  return Object.values(fact.attributes).flatMap((rule, place) =>
    rule.from === 'first' ? [{ place, event: rule.event, field: rule.field }] : [],
  )
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
      return () => null
    default:
      return rule satisfies never
  }
}

/** A field's value as text, the form in which facts keep and count it. */
export function fieldText(event: Event, field: string): string | null {
  const value = event.data[field]
  return value === undefined ? null : String(value)
}

function dueDays(term: Parameters<typeof dueDay>[1], calendar: Calendar): (from: Day) => Day {
  return remember((from) => dueDay(from, term, calendar))
}

// A log has a few thousand days and millions of events: what a day leads to is worked out once.
function remember<T>(compute: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const value = compute(day)
    known.set(day, value)
    return value
  }
}
