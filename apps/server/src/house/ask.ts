import { type FoldPlan, ok, type Result } from '@tijdig/core'
import {
  calculateAsKnown,
  type FactsFile,
  type Figure,
  type ProtectedFigure,
  protect,
  type Question,
  type Wanted,
} from '@tijdig/figures'
import { type House, indicatorsOf } from './house.ts'
import type { HouseError } from './house-error.ts'
import { orderFigures } from './order-figures.ts'
import { type AskedQuestion, readQuestion } from './read-question.ts'
import { type Narrowed, type Table, wantedByRoute, wantedTables } from './wanted-tables.ts'

/** A question that stands at its place in the log. */
export type PlacedQuestion = Question & { readonly position: number }

export interface Answer {
  readonly question: PlacedQuestion
  readonly figures: readonly ProtectedFigure[]
}

/**
 * Answers a question: as of a day, as known at a moment, at the log's head.
 * @param scope Only trajectories to which this organisation was party; left out: all.
 */
export async function ask(
  house: House,
  asked: AskedQuestion,
  narrowed: Narrowed = {},
  scope?: string,
): Promise<Result<Answer, HouseError>> {
  const question = readQuestion(house, asked)
  if (!question.ok) return question
  const wanted = wantedTables(house, question.value, narrowed)
  if (!wanted.ok) return wanted
  return house.facts.use(async (file) => {
    const placed = place(within(question.value, scope), file)
    const figures = await figuresOf(house, file, placed, wanted.value)
    return ok({ question: placed, figures: protect(figures, 'exact') })
  })
}

/** A question about the trajectories to which an organisation was party; undefined: about all. */
export function within(question: Question, scope: string | undefined): Question {
  return scope === undefined ? question : { ...question, scope }
}

/** Puts a question where the facts file has followed the log to. */
export function place(question: Question, file: FactsFile): PlacedQuestion {
  return { ...question, position: file.head?.position ?? 0 }
}

/** Calculates tables with a file that has followed the log at least to the question's position. */
async function figuresOf(
  house: House,
  file: FactsFile,
  question: PlacedQuestion,
  wanted: readonly Wanted[],
): Promise<Figure[]> {
  const plan = house.plans.get(question.route) as FoldPlan
  const figures = await calculateAsKnown(file, house.store, plan, question, wanted)
  return orderFigures(indicatorsOf(house, question.route), figures)
}

/** The same question to each route that the tables are of: one cut-off, one moment, one position. */
export async function figuresOfRoutes(
  house: House,
  file: FactsFile,
  question: PlacedQuestion,
  routes: readonly string[],
  tables: readonly Table[],
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { route, wanted } of wantedByRoute(house, question, routes, tables)) {
    figures.push(...(await figuresOf(house, file, { ...question, route }, wanted)))
  }
  return figures
}
