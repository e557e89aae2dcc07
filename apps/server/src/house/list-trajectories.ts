import { err, formatDay, ok, type Result, type RouteDefinition } from '@tijdig/core'
import type { TrajectoryLine, TrajectoryQuery } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import { attributeWords } from './field-words.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { mayAtAll } from './permission.ts'
import { visibleFilters } from './visible-filters.ts'

/** A trajectory in a list, its codes of attributes in words. */
interface ListedTrajectory {
  readonly id: string
  readonly route: string
  readonly state: string | null
  readonly stateSince: string | null
  readonly openedOn: string | null
  readonly attributes: Record<string, string>
  readonly nextTerm: { label: string; dueOn: string } | null
}

interface TrajectoryList {
  readonly total: number
  readonly lines: ListedTrajectory[]
}

/** A page of the trajectories of a route that somebody may see, as they stand now. */
export async function listTrajectories(
  house: Premises,
  { actor, visit }: Visitor,
  query: TrajectoryQuery,
): Promise<Result<TrajectoryList, HouseError>> {
  const plan = findPlan(house, query.route)
  if (!plan.ok) return plan
  const { route } = plan.value
  const able = mayAtAll(house, actor, route.code, 'see')
  if (!able.ok) return able
  const { state, filter } = query
  const filters = visibleFilters(house, actor, route).map(([attribute]) => attribute)
  if (state !== undefined && !Object.hasOwn(route.states, state)) {
    const reason = `De stand "${state}" bestaat niet. Kies een van: ${Object.keys(route.states).join(', ')}.`
    return err(houseError('state-unknown', reason))
  }
  if (filter && !filters.includes(filter.attribute)) {
    const reason = `Op "${filter.attribute}" is niet te filteren. Kies een van: ${filters.join(', ')}.`
    return err(houseError('attribute-unknown', reason))
  }
  const page = await visit.trajectories(query)
  return ok({ total: page.total, lines: page.lines.map((line) => listed(route, filters, line)) })
}

function listed(
  route: RouteDefinition,
  filters: readonly string[],
  line: TrajectoryLine,
): ListedTrajectory {
  const { nextTerm } = line
  return {
    id: line.id,
    route: line.route,
    state: line.state,
    stateSince: line.stateSince === null ? null : formatDay(line.stateSince),
    openedOn: line.openedOn === null ? null : formatDay(line.openedOn),
    attributes: Object.fromEntries(
      Object.entries(line.attributes)
        .filter(([attribute]) => filters.includes(attribute))
        .map(([attribute, codes]) => [
          attribute,
          codes.map((code) => filterWords(route, attribute, code)).join(', '),
        ]),
    ),
    nextTerm: nextTerm && {
      label: route.facts[nextTerm.fact]?.label ?? nextTerm.fact,
      dueOn: formatDay(nextTerm.dueOn),
    },
  }
}

/** A code of a route's filter in words. */
export function filterWords(route: RouteDefinition, attribute: string, code: string): string {
  const filter = route.filters[attribute]
  return (filter && attributeWords(route, filter.fact, attribute)?.say(code)) ?? code
}
