import { defineNorms } from '@tijdig/figures'
import { otIndicators } from './indicators.ts'
import { ot } from './route.ts'

/** The support team publishes both shares; no source names a target for them. */
export const otNorms = defineNorms(ot, otIndicators, [
  {
    route: ot.code,
    clock: 'contact',
    share: { indicator: 'ot.contacted-within-2-days', cell: {} },
    counts: { indicator: 'ot.norm', cell: { norm: 'contact' } },
    targets: [],
  },
  {
    route: ot.code,
    clock: 'welcome',
    share: { indicator: 'ot.welcome-within-7-days', cell: {} },
    counts: { indicator: 'ot.norm', cell: { norm: 'welcome' } },
    targets: [],
  },
])
