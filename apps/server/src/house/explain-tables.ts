import type { FoldPlan } from '@tijdig/core'
import {
  type Explanation,
  explain,
  type FactsFile,
  type Protection,
  type Question,
} from '@tijdig/figures'
import { type PlacedQuestion, place } from './ask.ts'
import { type House, indicatorsOf } from './house.ts'
import { orderFigures } from './order-figures.ts'
import { routesOfIndicators } from './routes-of-report.ts'
import { type Table, wantedByRoute } from './wanted-tables.ts'

export interface Change {
  readonly from: PlacedQuestion
  readonly to: PlacedQuestion
  /** Every cell of either side, in a fixed order. */
  readonly explanations: readonly Explanation[]
}

/**
 * The change between two questions in some tables, each in the versions that count for it.
 * @param protection Of each reading, before the parts are taken; left out: `exact`.
 */
export async function explainTables(
  house: House,
  file: FactsFile,
  [from, to]: readonly [Question, Question],
  tables: readonly Table[],
  protection: Protection = 'exact',
): Promise<Change> {
  const placed = { from: placeOnce(from, file), to: placeOnce(to, file) }
  const explanations: Explanation[] = []
  const routes = routesOfIndicators(
    house,
    to.route,
    tables.map(({ indicator }) => indicator),
  )
  for (const route of routes) {
    const plan = house.plans.get(route) as FoldPlan
    const [before] = wantedByRoute(house, from, [route], tables)
    const [after] = wantedByRoute(house, to, [route], tables)
    if (!before && !after) continue
    const explained = await explain(
      file,
      house.store,
      plan,
      { ...placed.from, wanted: before?.wanted ?? [] },
      { ...placed.to, wanted: after?.wanted ?? [] },
      to.scope,
      protection,
    )
    explanations.push(...ordered(house, route, explained))
  }
  return { ...placed, explanations }
}

function placeOnce(question: Question, file: FactsFile): PlacedQuestion {
  return question.position === undefined
    ? place(question, file)
    : { ...question, position: question.position }
}

function ordered(
  house: House,
  route: string,
  explanations: readonly Explanation[],
): readonly Explanation[] {
  const figures = explanations.map((explanation) => ({
    ...explanation,
    definition: 0,
    value: explanation.to,
  }))
  return orderFigures(indicatorsOf(house, route), figures).map(
    ({ definition: _, value: __, ...explanation }) => explanation,
  )
}

/** Whether anything is to be told of a cell: also when parts undo each other. */
export function isChanged({
  from,
  to,
  late,
  corrected,
  redefined,
  happened,
}: Explanation): boolean {
  return from !== to || [late, corrected, redefined, happened].some((part) => part !== 0)
}
