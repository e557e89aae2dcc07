import { type Day, type Fact, FOREVER, type FoldPlan, formatDay } from '@tijdig/core'

/** The facts of one part: all spans that began on or before the cut-off day, by name. */
export class PartFacts {
  readonly #spans = new Map<string, Fact[]>()
  readonly #places: Places
  readonly asOf: Day
  readonly route: string

  constructor(plan: FoldPlan, facts: readonly Fact[], asOf: Day) {
    for (const fact of facts) {
      if (fact.validFrom > asOf) continue
      const known = this.#spans.get(fact.fact)
      if (known) known.push(fact)
      else this.#spans.set(fact.fact, [fact])
    }
    this.#places = placesOf(plan)
    this.asOf = asOf
    this.route = plan.route.code
  }

  /** All spans of a fact until the cut-off day, in the order in which they began. */
  spans(name: string): readonly Fact[] {
    // The fold gives them so: it goes from day to day.
    return this.#spans.get(name) ?? NONE
  }

  /** The spans that hold on the cut-off day. */
  holding(name: string): Fact[] {
    return this.spans(name).filter((fact) => this.holds(fact))
  }

  find(name: string): Fact | undefined {
    return this.holding(name).at(-1)
  }

  holds({ validTo }: Fact): boolean {
    return this.asOf < validTo
  }

  value(fact: Fact | undefined, attribute: string): string | null {
    const place = fact && this.#places.get(fact.fact)?.get(attribute)
    return place === undefined ? null : (fact?.values[place] ?? null)
  }

  /** A value that its definition requires. */
  text(fact: Fact, attribute: string): string {
    return this.value(fact, attribute) ?? ''
  }

  number(fact: Fact, attribute: string): number | null {
    const text = this.value(fact, attribute)
    return text === null ? null : Number(text)
  }

  /** A day that has come; null: it never did, or lies after the cut-off day. */
  day(day: Day | null): string | null {
    return day === null || day > this.asOf || day === FOREVER ? null : formatDay(day)
  }
}

const NONE: readonly Fact[] = []

/** By fact and attribute, its place among the values. */
type Places = ReadonlyMap<string, ReadonlyMap<string, number>>

const known = new WeakMap<FoldPlan, Places>()

function placesOf(plan: FoldPlan): Places {
  const before = known.get(plan)
  if (before) return before
  const places = new Map(
    plan.facts.map(({ name, attributes }) => [
      name,
      new Map(attributes.map((attribute, place) => [attribute, place])),
    ]),
  )
  known.set(plan, places)
  return places
}
