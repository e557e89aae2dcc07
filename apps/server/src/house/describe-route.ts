import type { Moment, RouteDefinition } from '@tijdig/core'
import type { IndicatorLabels } from '@tijdig/figures'
import type { Indicator, Route } from '../api/contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import { labelsOfRoute } from './compose-report.ts'
import { defaultQuestion } from './default-question.ts'
import type { House } from './house.ts'
import { filterWords } from './list-trajectories.ts'
import { describeNorms } from './norms.ts'
import { type Occurring, occurringIn } from './occurring.ts'
import { figureScope, may, mayAtAll } from './permission.ts'
import { stepsFor } from './steps.ts'
import { visibleFilters } from './visible-filters.ts'

/** Each route in words, with what occurs of it in as much as the visitor may see or count. */
export async function describeRoutes(house: House, visitor: Visitor): Promise<Route[]> {
  const { actor, visit } = visitor
  const seen = await visit.countByRoute()
  const occurring = await occurringFor(house, visitor)
  const totals = await totalsFor(house, visitor)
  return [...house.plans.values()].map(({ route }) => {
    const { code } = route
    const own = occurring.get(code)
    const counted = totals.get(code) ?? countsOf(seen.get(code), own)
    return {
      code,
      label: route.label,
      description: route.description,
      states: Object.entries(route.states).map(([state, { label }]) => ({ code: state, label })),
      filters: visibleFilters(house, actor, route).map(([attribute, { label }]) => ({
        attribute,
        label,
        values: (own?.codes.get(attribute) ?? listedCodes(route, attribute))
          .map((value) => ({ code: value, label: filterWords(route, attribute, value) }))
          .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
      })),
      indicators: labelsOfRoute(house, code).map(indicatorView),
      norms: describeNorms(house, code),
      defaultQuestion: defaultQuestion(house, counted.lastRecordedAt),
      trajectories: counted.trajectories,
      events: counted.events,
      openings: stepsFor(house, actor, route, { relation: 'new', state: '' }),
    }
  })
}

interface Counts {
  readonly trajectories: number
  readonly events: number | null
  readonly lastRecordedAt: Moment | null
}

/** As many as may be seen, or else as many as figures count. */
function countsOf(
  seen: Omit<Counts, 'events'> | undefined,
  own: Omit<Counts, 'events'> | undefined,
): Counts {
  const { trajectories, lastRecordedAt } = (seen && seen.trajectories > 0 ? seen : own) ?? NOTHING
  return { trajectories, lastRecordedAt, events: null }
}

const NOTHING = { trajectories: 0, lastRecordedAt: null } as const

/** By route that the visitor oversees, how much there is of it. */
async function totalsFor(house: House, { actor }: Visitor): Promise<Map<string, Counts>> {
  const routes = [...house.plans.keys()].filter((code) =>
    may(house, actor, code, 'ask-all-figures'),
  )
  const counts = routes.length > 0 ? await house.store.countByRoute() : new Map<string, Counts>()
  return new Map(routes.map((code) => [code, counts.get(code) ?? { ...NOTHING, events: 0 }]))
}

/**
 * By route of which the visitor may have figures, what occurs in the trajectories to which the own
 * organisation is party: by the codes of others nobody can filter.
 */
async function occurringFor(house: House, { actor }: Visitor): Promise<Map<string, Occurring>> {
  const found = new Map<string, Occurring>()
  for (const plan of house.plans.values()) {
    const { code } = plan.route
    if (!figureScope(house, actor, code).ok) continue
    const occurring = await occurringIn(house, plan, actor.organisation)
    const sees = mayAtAll(house, actor, code, 'see').ok
    found.set(code, sees ? occurring : { ...occurring, codes: new Map() })
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
