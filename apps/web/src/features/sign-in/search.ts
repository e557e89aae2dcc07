import { isOwnPath, type Reason } from '../../session/way-back.ts'

/** What the address of the sign-in page holds: where to go afterwards, and why one is here. */
export interface SignInSearch {
  readonly terug?: string
  readonly reden?: Reason | 'mislukt'
}

const REASONS = ['verlopen', 'uitgelogd', 'overal-uitgelogd', 'mislukt'] as const

export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const reason = REASONS.find((one) => one === search.reden)
  return {
    ...(isOwnPath(search.terug) ? { terug: search.terug } : {}),
    ...(reason === undefined ? {} : { reden: reason }),
  }
}
