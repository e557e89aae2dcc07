import type { FoldPlan } from '@tijdig/core'
import { factTable, type IndicatorLabels, quote } from '@tijdig/figures'
import type { Indicator, Route } from '../api/contract.ts'
import { labelsOfRoute } from './compose-report.ts'
import { defaultQuestion } from './default-question.ts'
import type { House } from './house.ts'
import { filterWords } from './list-trajectories.ts'

/** A route in words, with what occurs in its log. */
export async function describeRoutes(house: House): Promise<Route[]> {
  const counts = await house.store.countByRoute()
  const plans = [...house.plans.values()]
  const codes = await occurringCodes(house, plans)
  return plans.map((plan, place) => {
    const { route } = plan
    const count = counts.get(route.code)
    return {
      code: route.code,
      label: route.label,
      description: route.description,
      states: Object.entries(route.states).map(([code, { label }]) => ({ code, label })),
      filters: Object.entries(route.filters).map(([attribute, { label }]) => ({
        attribute,
        label,
        values: (codes[place]?.get(attribute) ?? [])
          .map((code) => ({ code, label: filterWords(route, attribute, code) }))
          .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
      })),
      indicators: labelsOfRoute(house, route.code).map(indicatorView),
      defaultQuestion: defaultQuestion(house, count),
      trajectories: count?.trajectories ?? 0,
      events: count?.events ?? 0,
    }
  })
}

function indicatorView(labels: IndicatorLabels): Indicator {
  const { versions, dimensions, tables } = labels
  return {
    ...labels,
    versions: [...versions],
    dimensions: { ...dimensions },
    tables: tables.map((table) => [...table]),
  }
}

/** By route, the codes that each filter's attribute ever had. */
function occurringCodes(
  house: House,
  plans: readonly FoldPlan[],
): Promise<Map<string, string[]>[]> {
  return house.facts.use(async (file) => {
    const found: Map<string, string[]>[] = []
    for (const { route } of plans) {
      const codes = new Map<string, string[]>()
      for (const [attribute, { fact }] of Object.entries(route.filters)) {
        const table = quote(factTable(route.code, fact))
        const rows = await file.connection.runAndReadAll(
          `SELECT DISTINCT ${quote(attribute)} FROM ${table}`,
        )
        codes.set(
          attribute,
          rows
            .getRowsJS()
            .flatMap((row) => file.dictionary.text(route.code, attribute, Number(row[0])) ?? []),
        )
      }
      found.push(codes)
    }
    return found
  })
}
