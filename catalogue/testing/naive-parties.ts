import type { Event } from '@tijdig/core'

/**
 * Whether an organisation is party to a trajectory of which these events are read, in order:
 * the route's own rule, and who joined and did not leave. As plain as can be; for the tests only.
 */
export function isPartyNaively(events: readonly Event[], organisation: string): boolean {
  if (events.some(({ route }) => route === 'ot') && organisation === 'OT') return true
  const notified = events.filter(({ type }) => type === 'institutionNotified').at(-1)
  if (notified?.data.institution === organisation) return true
  const moves = events.filter(
    ({ type, data }) =>
      (type === 'partyJoined' || type === 'partyLeft') && data.organisation === organisation,
  )
  return moves.at(-1)?.type === 'partyJoined'
}
