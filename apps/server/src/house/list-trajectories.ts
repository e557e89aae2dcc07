import { err, formatDay, ok, type Result, type RouteDefinition } from '@tijdig/core'
import type { TrajectoryLine, TrajectoryQuery } from '@tijdig/store'
import { attributeWords } from './field-words.ts'
import { findPlan, type House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

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

/** A page of the trajectories of a route, as they stand now. */
export async function listTrajectories(
  house: House,
  query: TrajectoryQuery,
): Promise<Result<TrajectoryList, HouseError>> {
  const plan = findPlan(house, query.route)
  if (!plan.ok) return plan
  const { route } = plan.value
  const { state, filter } = query
  if (state !== undefined && !Object.hasOwn(route.states, state)) {
    const reason = `De stand "${state}" bestaat niet. Kies een van: ${Object.keys(route.states).join(', ')}.`
    return err(houseError('state-unknown', reason))
  }
  if (filter && !Object.hasOwn(route.filters, filter.attribute)) {
    const reason = `Op "${filter.attribute}" is niet te filteren. Kies een van: ${Object.keys(route.filters).join(', ')}.`
    return err(houseError('attribute-unknown', reason))
  }
  const page = await house.store.trajectories(query)
  return ok({ total: page.total, lines: page.lines.map((line) => listed(route, line)) })
}

function listed(route: RouteDefinition, line: TrajectoryLine): ListedTrajectory {
  const { nextTerm } = line
  return {
    id: line.id,
    route: line.route,
    state: line.state,
    stateSince: line.stateSince === null ? null : formatDay(line.stateSince),
    openedOn: line.openedOn === null ? null : formatDay(line.openedOn),
    attributes: Object.fromEntries(
      Object.entries(line.attributes).map(([attribute, codes]) => [
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
