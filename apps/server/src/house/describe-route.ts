import type { RouteDefinition } from '@tijdig/core'
import type { IndicatorLabels } from '@tijdig/figures'
import type { Indicator, Route } from '../api/contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import { labelsOfRoute } from './compose-report.ts'
import { defaultQuestion } from './default-question.ts'
import type { House } from './house.ts'
import { filterWords } from './list-trajectories.ts'
import { type Occurring, occurringIn } from './occurring.ts'
import { figureScope, may } from './permission.ts'
import { stepsFor } from './steps.ts'
import { visibleFilters } from './visible-filters.ts'

/** Each route in words, with what occurs of it in as much as the visitor may see or count. */
export async function describeRoutes(house: House, visitor: Visitor): Promise<Route[]> {
  const { actor, visit } = visitor
  const seen = await visit.countByRoute()
  const occurring = await occurringFor(house, visitor)
  return [...house.plans.values()].map(({ route }) => {
    const { code } = route
    const found = occurring.get(code)
    const counted = countsOf(seen.get(code), found, may(house, actor, code, 'ask-all-figures'))
    return {
      code,
      label: route.label,
      description: route.description,
      states: Object.entries(route.states).map(([state, { label }]) => ({ code: state, label })),
      filters: visibleFilters(house, actor, route).map(([attribute, { label }]) => ({
        attribute,
        label,
        values: (found?.codes.get(attribute) ?? listedCodes(route, attribute))
          .map((value) => ({ code: value, label: filterWords(route, attribute, value) }))
          .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
      })),
      indicators: labelsOfRoute(house, code).map(indicatorView),
      defaultQuestion: defaultQuestion(house, counted.lastRecordedAt),
      trajectories: counted.trajectories,
      events: counted.events,
      openings: stepsFor(house, actor, route, { relation: 'new', state: '' }),
    }
  })
}

type Seen = Pick<Occurring, 'trajectories' | 'lastRecordedAt'>

/** All of them for who oversees the route; else as many as may be seen, or counted in figures. */
function countsOf(seen: Seen | undefined, found: Occurring | undefined, all: boolean) {
  if (all && found) return found
  const own = seen && seen.trajectories > 0 ? seen : found
  const { trajectories, lastRecordedAt } = own ?? { trajectories: 0, lastRecordedAt: null }
  return { trajectories, lastRecordedAt, events: null }
}

/** By route of which the visitor may have figures, what occurs in what these count. */
async function occurringFor(house: House, { actor }: Visitor): Promise<Map<string, Occurring>> {
  const found = new Map<string, Occurring>()
  for (const plan of house.plans.values()) {
    const { code } = plan.route
    const allowed = figureScope(house, actor, code)
    if (allowed.ok) found.set(code, await occurringIn(house, plan, allowed.value.scope))
  }
  return found
}

/** The codes that the definition itself lists, whatever occurs. */
function listedCodes(route: RouteDefinition, attribute: string): string[] {
  const fields = Object.values(route.events).map(({ fields }) => fields[attribute])
  return [...new Set(fields.flatMap((field) => Object.keys(field?.choices ?? {})))]
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
