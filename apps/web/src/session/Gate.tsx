import { useQuery } from '@tanstack/react-query'
import type { Session } from '@tijdig/server/contract'
import { Loading, Skeleton } from '@tijdig/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { isSignInNeeded } from '../api/problem-in-words.ts'
import { sessionQuery } from '../api/session.ts'
import { forgetDrafts } from '../features/recording/draft-store.ts'
import { Failed } from '../shell/Failed.tsx'
import { Frame } from '../shell/Frame.tsx'
import { SessionContext } from './session-context.ts'
import { useKeepSession } from './use-keep-session.ts'

/** Shows nothing until it is known who is there. Who is not signed in is led to the sign-in page. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery)
  if (data === undefined || isSignInNeeded(error))
    return (
      <Frame>
        <h1 className="tijdig-visually-hidden">Tijdig</h1>
        {error === null || isSignInNeeded(error) ? (
          <>
            <Loading>Tijdig kijkt of u bent ingelogd.</Loading>
            <Skeleton shape="block" count={2} />
          </>
        ) : (
          <Failed error={error} onRetry={() => refetch()} />
        )}
      </Frame>
    )
  return <Inside session={data}>{children}</Inside>
}

function Inside({
  session,
  children,
}: {
  readonly session: Session
  readonly children: ReactNode
}) {
  useKeepSession(session)
  const { id } = session.appointment
  useEffect(() => forgetDrafts(id), [id])
  const identity = `${session.person?.name}/${session.appointment.id}/${session.purpose.code}`
  const first = useRef(identity)
  useEffect(() => {
    // Switched in another window: what this one knows was for somebody else's eyes.
    if (first.current !== identity) window.location.reload()
  }, [identity])
  if (first.current !== identity) return null
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}
