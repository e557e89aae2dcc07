import { getRouteApi } from '@tanstack/react-router'
import type { Part } from '@tijdig/server/contract'
import { useSession } from '../../session/session-context.ts'

const page = getRouteApi('/programmas/$programme')

/** Whether who is signed in may say how a part goes; never while the clocks stand elsewhere. */
export function useMayRecord(): (part: Part) => boolean {
  const { op, bekend } = page.useSearch()
  const { may, appointment } = useSession()
  const own = appointment.organisation.code
  const isNow = op === undefined && bekend === undefined
  return ({ route, owner, partners }) =>
    isNow && may.routes[route]?.record === true && (owner === own || partners.includes(own))
}
