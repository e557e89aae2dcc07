import { createHash } from 'node:crypto'
import type { Party } from '@tijdig/core'

/**
 * Those who look at the same trajectories of a route: an organisation's own, one team's, or those of
 * two teams together, while one hands over to the other.
 */
export interface Audience extends Party {
  /**
   * `ROUTE:ORGANISATION`, `ROUTE:ORGANISATION/TEAM` or `ROUTE:ORGANISATION/TEAM>RECEIVING`; other
   * signs in codes are escaped.
   */
  readonly name: string
  readonly route: string
}

// Most trajectories have one of a few hundred: made once, and compared by being the same object.
const known = new Map<string, Audience>()
const MOST_KNOWN = 100_000

export function audienceOf(route: string, { organisation, team, receiving }: Party): Audience {
  const own = `${encodeURIComponent(route)}:${encodeURIComponent(organisation)}`
  const ofTeam = team === null ? own : `${own}/${encodeURIComponent(team)}`
  const name = receiving === undefined ? ofTeam : `${ofTeam}>${encodeURIComponent(receiving)}`
  let audience = known.get(name)
  if (!audience) {
    // Codes come from logs that others made: there may be any number of them.
    if (known.size >= MOST_KNOWN) known.clear()
    audience = { name, route, organisation, team, ...(receiving !== undefined && { receiving }) }
    known.set(name, audience)
  }
  return audience
}

const prefixes = new WeakMap<Audience, string>()

/** What an audience's parts of ids begin with, as `tijdig.part_prefix` has it. */
export function partPrefix(audience: Audience): string {
  let prefix = prefixes.get(audience)
  if (prefix === undefined) {
    prefix = createHash('sha256').update(audience.name).digest('hex').slice(0, 6)
    prefixes.set(audience, prefix)
  }
  return prefix
}
