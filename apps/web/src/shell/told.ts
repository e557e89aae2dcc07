import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useSyncExternalStore } from 'react'

/** What can still be done about it, such as taking it back. */
export interface ToldAction {
  readonly label: string
  readonly run: () => Promise<void>
}

export interface Told {
  readonly text: string
  /** The page on which it is said; gone once somebody leaves it. */
  readonly path: string
  readonly action?: ToldAction | undefined
  /** Where one may want to go next. */
  readonly next?: ReactNode
}

let told: Told | undefined
const listeners = new Set<() => void>()

/** Says on the page to which somebody is led next that what they did has been done. */
export function tell(text: string, path: string, action?: ToldAction, next?: ReactNode): void {
  told = { text, path, action, next }
  for (const listener of listeners) listener()
}

/** What is to be said on the page that is shown. */
export function useTold(): Told | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const current = useSyncExternalStore(follow, () => told)
  return current?.path === decodeURI(path) ? current : undefined
}

function follow(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
