import type { RouteDefinition } from '@tijdig/core'

/** Whether a family stands behind the trajectories of a route, whose names are kept in the vault. */
export function isAboutFamily({ subject }: Pick<RouteDefinition, 'subject'>): boolean {
  return subject === 'family' || subject === 'child'
}
