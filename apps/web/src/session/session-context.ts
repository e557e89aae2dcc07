import type { Session } from '@tijdig/server/contract'
import { createContext, useContext } from 'react'

export const SessionContext = createContext<Session | undefined>(undefined)

/** Who is signed in. Only under `Gate`, which shows nothing to who is not. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('asked for a session outside the gate')
  return session
}
