import { ok, type Result } from '@tijdig/core'
import type { RateLimits } from '../api/rate-limits.ts'
import { type Proxies, readProxies } from '../api/rate-limits-address.ts'
import { type RateLimitEnvironment, readRateLimits } from '../api/rate-limits-settings.ts'

export interface GuardEnvironment extends RateLimitEnvironment {
  /** The IP addresses of proxies whose word counts for where a request comes from. */
  readonly TIJDIG_PROXIES?: string | undefined
}

/** Reads how often something may be asked, and from whom; what is wrong is told in a sentence. */
export function readGuards(
  environment: GuardEnvironment,
): Result<{ readonly rates: RateLimits; readonly proxies: Proxies }, string> {
  const rates = readRateLimits(environment)
  if (!rates.ok) return rates
  const proxies = readProxies(environment.TIJDIG_PROXIES)
  return proxies.ok ? ok({ rates: rates.value, proxies: proxies.value }) : proxies
}
