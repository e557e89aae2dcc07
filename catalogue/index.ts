import type { RouteDefinition } from '@tijdig/core'
import type { IndicatorDefinition } from '@tijdig/figures'
import { jbjrIndicators } from './jbjr/indicators.ts'
import { jbjr } from './jbjr/route.ts'
import { otIndicators } from './ot/indicators.ts'
import { ot } from './ot/route.ts'

/** What Tijdig registers, watches and reports. Passed in; no package imports it. */
export interface Catalogue {
  readonly routes: readonly RouteDefinition[]
  readonly indicators: readonly IndicatorDefinition[]
}

export const catalogue: Catalogue = {
  routes: [ot, jbjr],
  indicators: [...otIndicators, ...jbjrIndicators],
}
