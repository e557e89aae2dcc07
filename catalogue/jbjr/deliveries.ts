import { workingDays } from '@tijdig/core'
import { type DeliveredTable, defineDeliveries } from '@tijdig/figures'
import { jbjrIndicators } from './indicators.ts'
import { jbjr } from './route.ts'

const PLACES = ['region', 'municipality', 'order']

/** How many there are, and which share of them is in time. */
const both = (by: readonly string[], counts: readonly string[] = by): DeliveredTable[] => [
  { indicator: 'jbjr.in-time', by },
  { indicator: 'jbjr.norm', by: counts },
]

/**
 * "Deze data wordt maandelijks gedeeld met de accounthoudende gemeente voor DJGB". The plan names
 * neither the day nor the figures: these are the norms that stand before that sentence, and a day
 * on which what was done in the last days of a month can have been recorded.
 */
export const jbjrDeliveries = defineDeliveries(jbjr, jbjrIndicators, [
  {
    code: 'jbjr.monthly',
    route: jbjr.code,
    label: 'Maandelijkse levering over de normen',
    source: 'Verbeterplan jeugdbescherming NW4 en GI3, juli 2022, paragraaf 2.1',
    parties: [{ institution: 'DJGB', receiver: 'ALKMAAR' }],
    from: '2022-09',
    due: workingDays(5),
    template: 'jbjr/monthly',
    figures: [
      ...both(['norm'], ['norm', 'outcome']),
      ...both(['month', 'norm'], ['month', 'norm', 'outcome']),
      // Not by month too: a month holds a few orders a place, and those are not to be told apart.
      ...PLACES.flatMap((place) => both([place, 'norm'])),
    ],
    protection: 'rounded-5',
  },
])
