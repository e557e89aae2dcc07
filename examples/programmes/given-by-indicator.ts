/**
 * Figures of the support team that an indicator of route `ot` counts, or a term of it holds: they
 * follow from trajectories, so no programme writes them down.
 */
export function isGivenByIndicator(key: string): boolean {
  const [system, name = ''] = key.split('.')
  if (system !== 'ot') return false
  return COUNTED.includes(name) || STARTS.some((start) => name.startsWith(start))
}

const COUNTED = [
  'registrations',
  'registrations-abroad',
  'supported',
  'children-involved',
  'children-placed-out',
  'children-returned',
  'families-with-return',
  'regions-involved',
  'explanatory-analyses-running',
  'phone-contact-share',
  'phone-contact-days',
  'welcome-meeting-share',
  'welcome-meeting-weeks',
  'route-direct',
  'route-professional',
  'requests-chart-first',
  'requests-chart-second',
]

const STARTS = [
  'trajectories-',
  'placed-',
  'families-',
  'custody-',
  'result-contact',
  'result-custody',
  'result-placement',
  'result-relatives',
]
