import type { DecreedDay, RouteDefinition } from '@tijdig/core'
import type { IndicatorDefinition } from '@tijdig/figures'
import { decrees } from './decrees.ts'
import { jbjrIndicators } from './jbjr/indicators.ts'
import { jbjr } from './jbjr/route.ts'
import { otIndicators } from './ot/indicators.ts'
import { ot } from './ot/route.ts'

/** What Tijdig registers, watches and reports. Passed in; no package imports it. */
export interface Catalogue {
  readonly routes: readonly RouteDefinition[]
  readonly indicators: readonly IndicatorDefinition[]
  readonly decrees: readonly DecreedDay[]
}

export const catalogue: Catalogue = {
  routes: [ot, jbjr],
  indicators: [...otIndicators, ...jbjrIndicators],
  decrees,
}
