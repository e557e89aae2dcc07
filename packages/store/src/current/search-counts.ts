import type { ClientBase } from 'pg'
import { searchCharacters } from './search-parts.ts'

/** How the counts of ids with a run of characters change by a batch, by audience. */
export class SearchCounts {
  readonly #changes = new Map<string, Map<string, number>>()

  /** @param by 1 for an id that is there now, -1 for one that no longer is. */
  change(audience: string, lowered: string, parts: readonly string[], by: 1 | -1): void {
    let counts = this.#changes.get(audience)
    if (!counts) {
      counts = new Map()
      this.#changes.set(audience, counts)
    }
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + by)
    for (const part of searchCharacters(lowered)) counts.set(part, (counts.get(part) ?? 0) + by)
  }

  async write(client: ClientBase): Promise<void> {
    for (const [audience, counts] of this.#changes) {
      const changes = [...counts].filter(([, by]) => by !== 0)
      if (changes.length === 0) continue
      await client.query(
        `insert into tijdig.search_count as c (audience, part, trajectories)
        select $1, part, trajectories from unnest($2::text[], $3::bigint[]) as n(part, trajectories)
        on conflict (audience, part)
        do update set trajectories = c.trajectories + excluded.trajectories`,
        [audience, changes.map(([part]) => part), changes.map(([, by]) => by)],
      )
    }
  }

  forget(): void {
    this.#changes.clear()
  }
}
