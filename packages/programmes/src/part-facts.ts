import { type Day, type Fact, FOREVER, type FoldPlan, formatDay } from '@tijdig/core'

/** The facts of one part: all spans that began on or before the cut-off day, by the names of its route. */
export class PartFacts {
  readonly #facts: readonly Fact[]
  readonly #places: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly asOf: Day
  readonly route: string

  constructor(plan: FoldPlan, facts: readonly Fact[], asOf: Day) {
    this.#facts = facts.filter(({ validFrom }) => validFrom <= asOf)
    this.#places = new Map(
      plan.facts.map(({ name, attributes }) => [
        name,
        new Map(attributes.map((attribute, place) => [attribute, place])),
      ]),
    )
    this.asOf = asOf
    this.route = plan.route.code
  }

  /** All spans of a fact until the cut-off day, in the order in which they began. */
  spans(name: string): Fact[] {
    return this.#facts.filter(({ fact }) => fact === name).sort((a, b) => a.validFrom - b.validFrom)
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
