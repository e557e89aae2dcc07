import { err, ok, type Result } from '@tijdig/core'
import { RATE_LIMITS, type RateLimits } from './rate-limits.ts'

/** By which names a keeper sets the limits. */
const NAMES = {
  signIn: 'TIJDIG_LIMIT_SIGN_IN',
  demoIssuer: 'TIJDIG_LIMIT_DEMO',
  refused: 'TIJDIG_LIMIT_REFUSED',
  calls: 'TIJDIG_LIMIT_CALLS',
  figures: 'TIJDIG_LIMIT_FIGURES',
  reports: 'TIJDIG_LIMIT_REPORTS',
  archive: 'TIJDIG_LIMIT_ARCHIVE',
  comparisons: 'TIJDIG_LIMIT_COMPARISONS',
} as const satisfies Record<keyof RateLimits, string>

export type RateLimitEnvironment = Readonly<
  Partial<Record<(typeof NAMES)[keyof RateLimits], string | undefined>>
>

const MOST = 1_000_000

/** Reads how often something may be asked in a minute; what is wrong is told in a sentence. */
export function readRateLimits(environment: RateLimitEnvironment): Result<RateLimits, string> {
  const limits: { -readonly [Name in keyof RateLimits]: number } = { ...RATE_LIMITS }
  for (const name of Object.keys(NAMES) as (keyof RateLimits)[]) {
    const text = environment[NAMES[name]]
    if (!text) continue
    const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
    if (value < 1 || value > MOST) {
      return err(
        `${NAMES[name]} is "${text}". Geef een heel aantal keren per minuut, van 1 tot en met ${MOST}.`,
      )
    }
    limits[name] = value
  }
  return ok(limits)
}
