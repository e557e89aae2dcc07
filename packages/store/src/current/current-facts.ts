import type { Day } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { dayColumn } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'

/** A fact that holds and is known now, its attributes by name; one that was not given is left out. */
export interface CurrentFact {
  readonly fact: string
  readonly key: string
  readonly attributes: Readonly<Record<string, string>>
  readonly validFrom: Day
  readonly startedOn: Day
  readonly dueOn: Day | null
  readonly metOn: Day | null
  readonly endedOn: Day | null
}

const columns = sql`trajectory, fact, key, attributes, ${dayColumn('valid_from')} as "validFrom",
  ${dayColumn('started_on')} as "startedOn", ${dayColumn('due_on')} as "dueOn",
  ${dayColumn('met_on')} as "metOn", ${dayColumn('ended_on')} as "endedOn"`

/** What holds and is known now of one trajectory. */
export async function currentFactsOf(
  database: Kysely<Schema>,
  trajectory: number,
): Promise<CurrentFact[]> {
  const { rows } = await sql<CurrentFact & { trajectory: number }>`
    select ${columns} from tijdig.current_fact where trajectory = ${trajectory} order by fact, key
  `.execute(database)
  return rows.map(({ trajectory: _, ...fact }) => fact)
}

/** What an actor may see of what holds and is known now, by trajectory number. */
export async function seenFactsOf(
  database: Kysely<Schema>,
  numbers: readonly number[],
): Promise<Map<number, CurrentFact[]>> {
  const facts = new Map<number, CurrentFact[]>()
  if (numbers.length === 0) return facts
  const { rows } = await sql<CurrentFact & { trajectory: number }>`
    select ${columns} from tijdig.seen_facts(${numbers}::integer[])
  `.execute(database)
  for (const { trajectory, ...fact } of rows) {
    const known = facts.get(trajectory)
    if (known) known.push(fact)
    else facts.set(trajectory, [fact])
  }
  return facts
}
