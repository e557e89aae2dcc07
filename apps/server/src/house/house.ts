import type { AccessPlan, DecreedDay, FoldPlan, Moment, RouteDefinition } from '@tijdig/core'
import { err, ok, type Result } from '@tijdig/core'
import type { DeliveryDefinition, IndicatorDefinition, NormDefinition } from '@tijdig/figures'
import type { Database, FamilyFiles, People, Retention, Store, Vault } from '@tijdig/store'
import type { FactsShelf } from './facts-shelf.ts'
import { type HouseError, houseError } from './house-error.ts'
import type { TemplateShelf } from './template-shelf.ts'

/** What is registered, watched and reported; passed in. */
export interface HouseCatalogue {
  readonly routes: readonly RouteDefinition[]
  readonly indicators: readonly IndicatorDefinition[]
  /** What is aimed at, and by which figures it is told. */
  readonly norms?: readonly NormDefinition[]
  /** What organisations deliver to each other each month. */
  readonly deliveries?: readonly DeliveryDefinition[]
  /** Days that are no working days beside those of the law. */
  readonly decrees?: readonly DecreedDay[]
}

/** What is told to everybody: which routes there are, who may do what in them, what time it is. */
export interface Premises {
  readonly catalogue: HouseCatalogue
  readonly plans: ReadonlyMap<string, FoldPlan>
  /** By route, who may see and do what. */
  readonly access: ReadonlyMap<string, AccessPlan>
  readonly now: () => Moment
  /** Bytes that nobody can guess; numbers of trajectories and events are made of them. */
  readonly random: (bytes: number) => Uint8Array
}

/** All parts together: what the command line works with, and of which the API gets the `Desk`. */
export interface House extends Premises {
  readonly database: Database
  readonly store: Store
  /** Who works here; whether somebody may change that is decided before it is asked. */
  readonly people: People
  /** Who families are; PostgreSQL decides who may know. */
  readonly vault: Vault
  /** How long that is kept, and how it ends. */
  readonly retention: Retention
  /** All of it together, to give to the family. */
  readonly familyFiles: FamilyFiles
  readonly facts: FactsShelf
  readonly templates: TemplateShelf
  /** The texts of what is delivered; nobody makes a report of these by hand. */
  readonly deliveryTemplates: TemplateShelf
  /** Waits for what is being asked, then closes the facts file and the database. */
  close(): Promise<void>
}

export function findPlan(house: Pick<House, 'plans'>, route: string): Result<FoldPlan, HouseError> {
  const plan = house.plans.get(route)
  if (plan) return ok(plan)
  const routes = [...house.plans.keys()].join(', ')
  return err(
    houseError('route-unknown', `De route "${route}" bestaat niet. Kies een van: ${routes}.`),
  )
}

export function indicatorsOf(
  house: Pick<House, 'catalogue'>,
  route: string,
): readonly IndicatorDefinition[] {
  return house.catalogue.indicators.filter((indicator) => indicator.route === route)
}

/** Those of the first route come first. */
export function indicatorsOfRoutes(
  house: Pick<House, 'catalogue'>,
  routes: readonly string[],
): readonly IndicatorDefinition[] {
  return routes.flatMap((route) => indicatorsOf(house, route))
}
