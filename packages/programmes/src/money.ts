import type { BudgetReading, MonthAmount, PartReading } from './part-reading.ts'
import type { ProgrammeReading } from './programme-reading.ts'

/** Money in whole cents: what was granted, spent and is expected. */
export interface Amounts {
  readonly granted: number
  readonly spent: number
  /** What is still expected, in months of which nothing was spent yet. */
  readonly forecast: number
  /** Granted less spent. */
  readonly left: number
}

/** One month of a budget. */
export interface MonthMoney {
  readonly month: string
  readonly spent: number | null
  readonly forecast: number | null
  /** Spent, or else expected, in all months up to this one. */
  readonly total: number
}

/** One line in one year. */
export interface BudgetMoney extends Amounts {
  readonly code: string
  readonly title: string
  readonly line: string | null
  readonly year: string | null
  /** Granted at first; what was shifted away from it and to it. */
  readonly grantedFirst: number
  readonly shiftedAway: number
  readonly shiftedTo: number
  readonly months: readonly MonthMoney[]
  readonly extendedUntil: string | null
  /** The first month in which more is spent or expected than granted, and by how much at most. */
  readonly willExceed: {
    readonly month: string
    readonly by: number
    /** It happened already: what was spent is more. */
    readonly isSpent: boolean
  } | null
}

export interface Money extends Amounts {
  readonly budgets: readonly BudgetMoney[]
  readonly byLine: readonly (Amounts & { readonly line: string | null })[]
  readonly byYear: readonly (Amounts & { readonly year: string | null })[]
  readonly byMonth: readonly {
    readonly month: string
    readonly spent: number
    readonly forecast: number
  }[]
}

/** The money of a programme: each budget, and what they add up to. */
export function moneyOf({ parts }: ProgrammeReading): Money {
  const budgets = parts.flatMap((part) => (part.budget ? [{ part, budget: part.budget }] : []))
  const shiftedTo = (code: string) =>
    sum(budgets.flatMap(({ budget }) => budget.shifted.filter(({ to }) => to === code)))
  const money = budgets.map(({ part, budget }) => budgetMoney(part, budget, shiftedTo(part.code)))
  const months = [...new Set(money.flatMap((each) => each.months.map(({ month }) => month)))].sort()
  return {
    ...addUp(money),
    budgets: money,
    byLine: groups(money, ({ line }) => line).map(([line, all]) => ({ line, ...addUp(all) })),
    byYear: groups(money, ({ year }) => year).map(([year, all]) => ({ year, ...addUp(all) })),
    byMonth: months.map((month) => {
      const of = money.flatMap((each) => each.months.filter((one) => one.month === month))
      return {
        month,
        spent: total(of.map(({ spent }) => spent ?? 0)),
        forecast: total(of.map(({ spent, forecast }) => (spent === null ? (forecast ?? 0) : 0))),
      }
    }),
  }
}

function budgetMoney(part: PartReading, budget: BudgetReading, shiftedTo: number): BudgetMoney {
  const shiftedAway = sum(budget.shifted)
  const granted = budget.granted - shiftedAway + shiftedTo
  const months = monthsOf(budget)
  const spent = sum(budget.spent)
  const forecast = total(months.map((each) => (each.spent === null ? (each.forecast ?? 0) : 0)))
  return {
    code: part.code,
    title: part.title,
    line: part.line,
    year: budget.year,
    grantedFirst: budget.granted,
    shiftedAway,
    shiftedTo,
    granted,
    spent,
    forecast,
    left: granted - spent,
    months,
    extendedUntil: budget.extendedUntil,
    willExceed: exceeding(months, granted, spent),
  }
}

/** What was spent in a month takes the place of what was expected for it. */
function monthsOf({ spent, forecast }: BudgetReading): MonthMoney[] {
  const names = [...new Set([...spent, ...forecast].map(({ month }) => month))].sort()
  const of = (amounts: readonly MonthAmount[], month: string) =>
    amounts.find((each) => each.month === month)?.amount ?? null
  let soFar = 0
  return names.map((month) => {
    const one = { month, spent: of(spent, month), forecast: of(forecast, month) }
    soFar += one.spent ?? one.forecast ?? 0
    return { ...one, total: soFar }
  })
}

function exceeding(months: readonly MonthMoney[], granted: number, spent: number) {
  const first = months.find((month) => month.total > granted)
  if (!first) return null
  const most = Math.max(...months.map(({ total: soFar }) => soFar))
  return { month: first.month, by: most - granted, isSpent: spent > granted }
}

function addUp(all: readonly BudgetMoney[]): Amounts {
  return {
    granted: total(all.map(({ granted }) => granted)),
    spent: total(all.map(({ spent }) => spent)),
    forecast: total(all.map(({ forecast }) => forecast)),
    left: total(all.map(({ left }) => left)),
  }
}

function groups<K extends string | null>(
  all: readonly BudgetMoney[],
  nameOf: (budget: BudgetMoney) => K,
): [K, BudgetMoney[]][] {
  const found = new Map<K, BudgetMoney[]>()
  for (const each of all) found.set(nameOf(each), [...(found.get(nameOf(each)) ?? []), each])
  return [...found].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
}

function sum(amounts: readonly { readonly amount: number }[]): number {
  return total(amounts.map(({ amount }) => amount))
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
