import { type Day, FOREVER, formatDay, getDay, monthOf } from '@tijdig/core'
import type { ClientBase } from 'pg'
import type { WorkTerm } from './derive-current.ts'

/** Stands for whomever it is assigned to. */
const ANYBODY = '*'

/** How the counts of what is to be done change by a batch: by audience, worker, term, due day. */
export class WorkCounts {
  readonly #changes = new Map<string, Change>()

  change(audience: string, { fact, worker, dueOn }: WorkTerm, by: 1 | -1): void {
    add(this.#changes, [audience, ANYBODY, fact, dueOn], by)
    if (worker !== '') add(this.#changes, [audience, worker, fact, dueOn], by)
  }

  forget(): void {
    this.#changes.clear()
  }

  /** By day, and by the months that these make: a list sums both. */
  async write(client: ClientBase): Promise<void> {
    const days = [...this.#changes.values()].filter(({ by }) => by !== 0)
    const months = new Map<string, Change>()
    for (const {
      key: [audience, worker, fact, dueOn],
      by,
    } of days) {
      add(months, [audience, worker, fact, firstOfMonth(dueOn)], by)
    }
    await writeChanges(client, ['work_count', 'due_on'], days)
    await writeChanges(client, ['work_month', 'month'], [...months.values()])
  }
}

type Key = readonly [audience: string, worker: string, fact: string, day: Day]

interface Change {
  readonly key: Key
  by: number
}

function add(changes: Map<string, Change>, key: Key, by: number): void {
  const name = key.join('\n')
  const known = changes.get(name)
  if (known) known.by += by
  else changes.set(name, { key, by })
}

/** The first day of the month; of what stands still, the day that stands for that. */
function firstOfMonth(day: Day): Day {
  return day === FOREVER ? FOREVER : getDay(`${monthOf(day)}-01`)
}

async function writeChanges(
  client: ClientBase,
  [table, day]: readonly ['work_count', 'due_on'] | readonly ['work_month', 'month'],
  all: readonly Change[],
): Promise<void> {
  const changes = all.filter(({ by }) => by !== 0)
  if (changes.length === 0) return
  await client.query(
    `insert into tijdig.${table} as c (audience, worker, fact, ${day}, terms)
    select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::bigint[])
    on conflict (audience, worker, fact, ${day})
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
