import type { ClientBase } from 'pg'
import { searchCharacters } from './search-parts.ts'

/** How the counts of ids with a run of characters change by a batch of new trajectories. */
export class SearchCounts {
  readonly #changes = new Map<string, Map<string, number>>()

  add(route: string, lowered: string, parts: readonly string[]): void {
    let counts = this.#changes.get(route)
    if (!counts) {
      counts = new Map()
      this.#changes.set(route, counts)
    }
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
    for (const part of searchCharacters(lowered)) counts.set(part, (counts.get(part) ?? 0) + 1)
  }

  async write(client: ClientBase): Promise<void> {
    for (const [route, counts] of this.#changes) {
      await client.query(
        `insert into tijdig.search_count as c (route, part, trajectories)
        select $1, part, trajectories from unnest($2::text[], $3::bigint[]) as n(part, trajectories)
        on conflict (route, part)
        do update set trajectories = c.trajectories + excluded.trajectories`,
        [route, [...counts.keys()], [...counts.values()]],
      )
    }
  }

  forget(): void {
    this.#changes.clear()
  }
}
