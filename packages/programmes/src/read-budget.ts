import { type Fact, FOREVER, formatDay } from '@tijdig/core'
import type { PartFacts } from './part-facts.ts'
import type { BudgetReading, MonthAmount } from './part-reading.ts'

const BUDGET_ROUTE = 'programme-budget'

/** The money of a part; null where it is no budget. */
export function readBudget(facts: PartFacts, place: Fact): BudgetReading | null {
  if (facts.route !== BUDGET_ROUTE) return null
  const grant = facts.find('grant')
  const extension = facts.find('extension')
  const round = facts.find('round')
  return {
    year: facts.value(place, 'year'),
    granted: grant ? (facts.number(grant, 'amount') ?? 0) : 0,
    spent: monthsOf(facts, 'spending'),
    forecast: monthsOf(facts, 'expectation'),
    shifted: facts
      .holding('shift')
      .map((fact) => ({ to: fact.key, amount: facts.number(fact, 'amount') ?? 0 }))
      .sort((a, b) => (a.to < b.to ? -1 : 1)),
    extendedUntil: facts.value(extension, 'lastDay'),
    round:
      round && round.dueOn !== null && round.dueOn !== FOREVER
        ? {
            round: facts.text(round, 'round'),
            closes: formatDay(round.dueOn),
            closedOn: facts.day(round.metOn),
          }
        : null,
  }
}

function monthsOf(facts: PartFacts, name: string): MonthAmount[] {
  return facts
    .holding(name)
    .map((fact) => ({ month: fact.key, amount: facts.number(fact, 'amount') ?? 0 }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}
