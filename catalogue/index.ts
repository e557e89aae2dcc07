import type { DecreedDay, RouteDefinition } from '@tijdig/core'
import type { DeliveryDefinition, IndicatorDefinition, NormDefinition } from '@tijdig/figures'
import { decrees } from './decrees.ts'
import { jbjrDeliveries } from './jbjr/deliveries.ts'
import { jbjrIndicators } from './jbjr/indicators.ts'
import { jbjrNorms } from './jbjr/norms.ts'
import { jbjr } from './jbjr/route.ts'
import { otIndicators } from './ot/indicators.ts'
import { otNorms } from './ot/norms.ts'
import { ot } from './ot/route.ts'
import { programmeIndicators } from './programme/indicators.ts'
import { programmeRoutes } from './programme/routes.ts'

/** What Tijdig registers, watches and reports. Passed in; no package imports it. */
export interface Catalogue {
  readonly routes: readonly RouteDefinition[]
  readonly indicators: readonly IndicatorDefinition[]
  readonly norms: readonly NormDefinition[]
  readonly deliveries: readonly DeliveryDefinition[]
  readonly decrees: readonly DecreedDay[]
}

export const catalogue: Catalogue = {
  routes: [ot, jbjr, ...programmeRoutes],
  indicators: [...otIndicators, ...jbjrIndicators, ...programmeIndicators],
  norms: [...otNorms, ...jbjrNorms],
  deliveries: jbjrDeliveries,
  decrees,
}
