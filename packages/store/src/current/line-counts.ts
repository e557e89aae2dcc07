import type { ClientBase } from 'pg'
import type { Current } from './derive-current.ts'

/** Stands for any state, attribute or value in the counts. */
export const ANY = '*'

/** How the counts of lines change by a batch: by state, by filter value, by both. */
export class LineCounts {
  readonly #changes = new Map<string, { key: readonly string[]; by: number }>()

  change(route: string, before: Current, after: Current): void {
    const isSameState = before.line?.state === after.line?.state
    if (before.line && after.line && hasSameFilters(before, after)) {
      if (isSameState) return
      // Moved to another state: what is counted over all states stays as it is.
      this.#count(route, before.line.state, before, -1)
      this.#count(route, after.line.state, after, 1)
      return
    }
    for (const [current, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (!current.line) continue
      this.#count(route, ANY, current, by)
      this.#count(route, current.line.state, current, by)
    }
  }

  forget(): void {
    this.#changes.clear()
  }

  async write(client: ClientBase): Promise<void> {
    const changes = [...this.#changes.values()].filter(({ by }) => by !== 0)
    if (changes.length === 0) return
    await client.query(
      `insert into tijdig.trajectory_count as c (route, state, attribute, value, trajectories)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
      on conflict (route, state, attribute, value)
      do update set trajectories = c.trajectories + excluded.trajectories`,
      [0, 1, 2, 3]
        .map((place) => changes.map(({ key }) => key[place]) as unknown[])
        .concat([changes.map(({ by }) => by)]),
    )
  }

  #count(route: string, state: string, { filters }: Current, by: number): void {
    this.#add(route, state, ANY, ANY, by)
    for (const { attribute, value } of filters) this.#add(route, state, attribute, value, by)
  }

  #add(route: string, state: string, attribute: string, value: string, by: number): void {
    const name = `${route}\n${state}\n${attribute}\n${value}`
    const known = this.#changes.get(name)
    if (known) known.by += by
    else this.#changes.set(name, { key: [route, state, attribute, value], by })
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
