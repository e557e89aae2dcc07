import type { ClientBase } from 'pg'
import type { Current } from './derive-current.ts'

/** Stands for any state, attribute or value in the counts. */
export const ANY = '*'

/** How the counts of lines change by a batch: by state, by filter value, by both. */
export class LineCounts {
  readonly #changes = new Map<string, { key: readonly string[]; by: number }>()

  change(route: string, before: Current, after: Current): void {
    if (before.line && after.line && before.line.state === after.line.state) {
      if (before.filters === after.filters || isSame(before, after)) return
    }
    this.#count(route, before, -1)
    this.#count(route, after, 1)
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

  #count(route: string, { line, filters }: Current, by: number): void {
    if (!line) return
    for (const state of [ANY, line.state]) {
      this.#add([route, state, ANY, ANY], by)
      for (const { attribute, value } of filters) this.#add([route, state, attribute, value], by)
    }
  }

  #add(key: readonly string[], by: number): void {
    const name = key.join('\n')
    const known = this.#changes.get(name)
    if (known) known.by += by
    else this.#changes.set(name, { key, by })
  }
}

function isSame(before: Current, after: Current): boolean {
  return (
    before.filters.length === after.filters.length &&
    before.filters.every(
      (one, index) =>
        one.attribute === after.filters[index]?.attribute &&
        one.value === after.filters[index]?.value,
    )
  )
}
