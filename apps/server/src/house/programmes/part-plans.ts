import type { PartPlans } from '@tijdig/programmes'
import type { Premises } from '../house.ts'

/** The routes of the parts of programmes. */
export function partPlansOf({ plans }: Pick<Premises, 'plans'>): PartPlans {
  return new Map([...plans].filter(([, { route }]) => route.subject === 'programme'))
}
