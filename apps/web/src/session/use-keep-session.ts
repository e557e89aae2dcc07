import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { Session } from '@tijdig/server/contract'
import { useEffect, useRef } from 'react'
import { lastCallAt } from '../api/client.ts'
import { sessionQuery } from '../api/session.ts'
import { isCheckDue } from './check-due.ts'

const EVERY = 20_000

/**
 * Keeps the screen in step with the session: each page that is opened asks for it anew, so that what
 * was withdrawn is gone also where the page itself has all that it needs; who types a long text stays signed in, and a screen that
 * nobody looks after shows nothing any more once the server has ended the session.
 */
export function useKeepSession({ idleMinutes, endsAt }: Session): void {
  const client = useQueryClient()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const asked = useRef(path)
  useEffect(() => {
    if (asked.current === path) return
    asked.current = path
    void client.refetchQueries({ queryKey: sessionQuery.queryKey })
  }, [client, path])
  useEffect(() => {
    let active = Date.now()
    const touch = () => {
      active = Date.now()
    }
    const end = Date.parse(endsAt)
    const idle = idleMinutes === null ? Number.POSITIVE_INFINITY : idleMinutes * 60_000
    const timer = window.setInterval(() => {
      const now = Date.now()
      if (isCheckDue({ now, active, asked: lastCallAt(), idle, end }))
        void client.refetchQueries({ queryKey: sessionQuery.queryKey })
    }, EVERY)
    document.addEventListener('keydown', touch)
    document.addEventListener('pointerdown', touch)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('keydown', touch)
      document.removeEventListener('pointerdown', touch)
    }
  }, [client, idleMinutes, endsAt])
}
