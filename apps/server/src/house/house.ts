import type { FoldPlan, Moment, RouteDefinition } from '@tijdig/core'
import { err, ok, type Result } from '@tijdig/core'
import type { IndicatorDefinition } from '@tijdig/figures'
import type { Database, Store } from '@tijdig/store'
import type { FactsShelf } from './facts-shelf.ts'
import { type HouseError, houseError } from './house-error.ts'
import type { TemplateShelf } from './template-shelf.ts'

/** What is registered, watched and reported; passed in. */
export interface HouseCatalogue {
  readonly routes: readonly RouteDefinition[]
  readonly indicators: readonly IndicatorDefinition[]
}

/** All parts together: what the API and the command line work with. */
export interface House {
  readonly catalogue: HouseCatalogue
  readonly plans: ReadonlyMap<string, FoldPlan>
  readonly database: Database
  readonly store: Store
  readonly facts: FactsShelf
  readonly templates: TemplateShelf
  readonly now: () => Moment
  /** Waits for what is being asked, then closes the facts file and the database. */
  close(): Promise<void>
}

export function findPlan(house: House, route: string): Result<FoldPlan, HouseError> {
  const plan = house.plans.get(route)
  if (plan) return ok(plan)
  const routes = [...house.plans.keys()].join(', ')
  return err(
    houseError('route-unknown', `De route "${route}" bestaat niet. Kies een van: ${routes}.`),
  )
}

export function indicatorsOf(house: House, route: string): readonly IndicatorDefinition[] {
  return house.catalogue.indicators.filter((indicator) => indicator.route === route)
}
