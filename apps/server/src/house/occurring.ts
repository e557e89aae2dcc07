import { dayOfMoment, END_OF_TIME, type FoldPlan, type Moment } from '@tijdig/core'
import { type FactsFile, factTable, quote, scopeCondition } from '@tijdig/figures'
import type { House } from './house.ts'

/** What occurs in an organisation's trajectories of a route: as much as its figures would tell. */
export interface Occurring {
  readonly trajectories: number
  readonly lastRecordedAt: Moment | null
  /** By attribute of the route's filters, the codes that it has. */
  readonly codes: ReadonlyMap<string, readonly string[]>
}

/** What occurs in the trajectories of a route to which an organisation is party. */
export async function occurringIn(
  house: House,
  plan: FoldPlan,
  organisation: string,
): Promise<Occurring> {
  return house.facts.use(async (file) => {
    const scoped = scopedSql(house, file, plan, organisation)
    return { ...(await countIn(file, plan, scoped)), codes: await codesIn(file, plan, scoped) }
  })
}

/** A condition on rows of facts; `TRUE` where the organisation is party to all. */
function scopedSql(house: House, file: FactsFile, plan: FoldPlan, organisation: string): string {
  const today = dayOfMoment(house.now())
  const holds = `valid_from <= ${today} AND valid_to > ${today} AND known_to = ${END_OF_TIME}`
  const source = (fact: string) => quote(factTable(plan.route.code, fact))
  return scopeCondition(plan, organisation, file.dictionary, holds, source) ?? 'TRUE'
}

async function countIn(file: FactsFile, plan: FoldPlan, scoped: string) {
  const rows = await file.connection.runAndReadAll(
    `SELECT count(DISTINCT trajectory), max(known_from) FROM ${quote(factTable(plan.route.code, 'state'))} WHERE ${scoped}`,
  )
  const [trajectories, last] = rows.getRowsJS()[0] ?? []
  return {
    trajectories: Number(trajectories ?? 0),
    lastRecordedAt: typeof last === 'number' ? (last as Moment) : null,
  }
}

async function codesIn(file: FactsFile, { route }: FoldPlan, scoped: string) {
  const codes = new Map<string, string[]>()
  for (const [attribute, { fact }] of Object.entries(route.filters)) {
    const rows = await file.connection.runAndReadAll(
      `SELECT DISTINCT ${quote(attribute)} FROM ${quote(factTable(route.code, fact))} WHERE ${scoped}`,
    )
    const texts = rows
      .getRowsJS()
      .flatMap((row) => file.dictionary.text(route.code, attribute, Number(row[0])) ?? [])
    codes.set(attribute, texts)
  }
  return codes
}
