import type { ClientBase } from 'pg'
import { type Current, NOTHING_CURRENT } from './derive-current.ts'

/** Stands for any state, attribute or value in the counts. */
export const ANY = '*'

/** How the counts of lines change by a batch: by audience, state, filter value. */
export class LineCounts {
  readonly #changes = new Map<string, { key: readonly string[]; by: number }>()
  /** By route, whoever may look. */
  readonly #routes = new Map<string, number>()

  /** How many lines a route has more, or less. */
  changeRoute(route: string, by: number): void {
    if (by !== 0) this.#routes.set(route, (this.#routes.get(route) ?? 0) + by)
  }

  change(audience: string, before: Current, after: Current): void {
    const isSameState = before.line?.state === after.line?.state
    if (before.line && after.line && hasSameFilters(before, after)) {
      if (isSameState) return
      // Moved to another state: what is counted over all states stays as it is.
      this.#count(audience, before.line.state, before, -1)
      this.#count(audience, after.line.state, after, 1)
      return
    }
    for (const [current, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (!current.line) continue
      this.#count(audience, ANY, current, by)
      this.#count(audience, current.line.state, current, by)
    }
  }

  join(audience: string, current: Current): void {
    this.change(audience, NOTHING_CURRENT, current)
  }

  leave(audience: string, current: Current): void {
    this.change(audience, current, NOTHING_CURRENT)
  }

  forget(): void {
    this.#changes.clear()
    this.#routes.clear()
  }

  async write(client: ClientBase): Promise<void> {
    await this.#writeRoutes(client)
    const changes = [...this.#changes.values()].filter(({ by }) => by !== 0)
    if (changes.length === 0) return
    await client.query(
      `insert into tijdig.trajectory_count as c (audience, state, attribute, value, trajectories)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
      on conflict (audience, state, attribute, value)
      do update set trajectories = c.trajectories + excluded.trajectories`,
      [0, 1, 2, 3]
        .map((place) => changes.map(({ key }) => key[place]) as unknown[])
        .concat([changes.map(({ by }) => by)]),
    )
  }

  async #writeRoutes(client: ClientBase): Promise<void> {
    const routes = [...this.#routes].filter(([, by]) => by !== 0)
    if (routes.length === 0) return
    await client.query(
      `update tijdig.route_total t set trajectories = t.trajectories + n.trajectories
      from unnest($1::text[], $2::bigint[]) as n(route, trajectories) where t.route = n.route`,
      [routes.map(([route]) => route), routes.map(([, by]) => by)],
    )
  }

  #count(audience: string, state: string, { filters }: Current, by: number): void {
    this.#add(audience, state, ANY, ANY, by)
    for (const { attribute, value } of filters) this.#add(audience, state, attribute, value, by)
  }

  #add(audience: string, state: string, attribute: string, value: string, by: number): void {
    const name = `${audience}\n${state}\n${attribute}\n${value}`
    const known = this.#changes.get(name)
    if (known) known.by += by
    else this.#changes.set(name, { key: [audience, state, attribute, value], by })
  }
}

function hasSameFilters(before: Current, after: Current): boolean {
  return (
    before.filters.length === after.filters.length &&
    before.filters.every(
      (one, index) =>
        one.attribute === after.filters[index]?.attribute &&
        one.value === after.filters[index]?.value,
    )
  )
}
