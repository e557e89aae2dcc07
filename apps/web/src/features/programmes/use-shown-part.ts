import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Brings into view the part that the address names after its `#`, opens what it is folded into and
 * gives it the focus: who comes back from a part stands where they left. Elements say in `data-part`
 * of which part they tell, by its code.
 * @param ready Whether the parts are on the page.
 */
export function useShownPart(ready: boolean): void {
  const part = useRouterState({ select: ({ location }) => location.hash })
  // Only once the page has come: its heading takes the focus then.
  const arrived = useRouterState({
    select: ({ location, resolvedLocation }) => resolvedLocation?.href === location.href,
  })
  const shown = useRef('')
  useEffect(() => {
    if (!ready || !arrived || part === shown.current) return
    shown.current = part
    const found = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)
    if (!found) return
    for (let fold = found.closest('details'); fold; ) {
      fold.open = true
      fold = fold.parentElement?.closest('details') ?? null
    }
    const link = found.matches('a') ? found : found.querySelector<HTMLElement>('a, summary')
    link?.focus({ preventScroll: true })
    found.scrollIntoView({ block: 'center' })
  }, [ready, arrived, part])
}
