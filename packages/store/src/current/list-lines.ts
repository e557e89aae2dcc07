import { type Day, FOREVER, type FoldPlan } from '@tijdig/core'
import { type Kysely, sql } from 'kysely'
import { dayColumn } from '../database/columns.ts'
import type { Schema } from '../database/schema.ts'
import { type CurrentFact, seenFactsOf } from './current-facts.ts'
import type { TrajectoryLine } from './trajectory-query.ts'

/** A row of the list as it is kept; `l` is the line, `p` the party by which it is seen. */
export interface LineRow {
  readonly number: number
  readonly id: string
  readonly state: string
  readonly state_since: Day
  readonly opened_on: Day
}

export const lineColumns = sql`l.number, p.id, l.state, ${dayColumn('l.state_since')} as state_since,
  ${dayColumn('l.opened_on')} as opened_on`

/** Lines as they are shown, with what holds of each. */
export async function toLines(
  database: Kysely<Schema>,
  plan: FoldPlan | undefined,
  route: string,
  rows: readonly LineRow[],
): Promise<TrajectoryLine[]> {
  const facts = await seenFactsOf(
    database,
    rows.map((row) => row.number),
  )
  return rows.map((row) => {
    const own = facts.get(row.number) ?? []
    return {
      number: row.number,
      id: row.id,
      route,
      state: row.state === '' ? null : row.state,
      stateSince: row.state === '' ? null : row.state_since,
      openedOn: row.opened_on,
      attributes: plan ? attributesOf(plan, own) : {},
      nextTerm: nextTermOf(own),
    }
  })
}

function attributesOf(plan: FoldPlan, facts: readonly CurrentFact[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(plan.route.filters).map(([attribute, filter]) => {
      const values = facts.flatMap((fact) => {
        const value = fact.fact === filter.fact ? fact.attributes[attribute] : undefined
        return value === undefined ? [] : [value]
      })
      return [attribute, [...new Set(values)]]
    }),
  )
}

function nextTermOf(facts: readonly CurrentFact[]): TrajectoryLine['nextTerm'] {
  let next: { fact: string; dueOn: Day } | null = null
  for (const { fact, dueOn, metOn, endedOn } of facts) {
    if (
      dueOn === null ||
      dueOn === FOREVER ||
      metOn !== null ||
      (endedOn !== null && endedOn <= dueOn)
    )
      continue
    if (!next || dueOn < next.dueOn) next = { fact, dueOn }
  }
  return next
}
