import { type Day, formatDay } from '@tijdig/core'
import type { ClientBase } from 'pg'
import type { WorkTerm } from './derive-current.ts'

/** Stands for whomever it is assigned to. */
export const ANYBODY = '*'

/** How the counts of what is to be done change by a batch: by audience, worker, term, due day. */
export class WorkCounts {
  readonly #changes = new Map<string, { key: readonly [string, string, string, Day]; by: number }>()

  change(audience: string, { fact, worker, dueOn }: WorkTerm, by: 1 | -1): void {
    this.#add([audience, ANYBODY, fact, dueOn], by)
    if (worker !== '') this.#add([audience, worker, fact, dueOn], by)
  }

  forget(): void {
    this.#changes.clear()
  }

  async write(client: ClientBase): Promise<void> {
    const changes = [...this.#changes.values()].filter(({ by }) => by !== 0)
    if (changes.length === 0) return
    await client.query(
      `insert into tijdig.work_count as c (audience, worker, fact, due_on, terms)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::bigint[])
      on conflict (audience, worker, fact, due_on)
      do update set terms = c.terms + excluded.terms`,
      [
        changes.map(({ key }) => key[0]),
        changes.map(({ key }) => key[1]),
        changes.map(({ key }) => key[2]),
        changes.map(({ key }) => formatDay(key[3])),
        changes.map(({ by }) => by),
      ],
    )
  }

  #add(key: readonly [string, string, string, Day], by: number): void {
    const name = key.join('\n')
    const known = this.#changes.get(name)
    if (known) known.by += by
    else this.#changes.set(name, { key, by })
  }
}
