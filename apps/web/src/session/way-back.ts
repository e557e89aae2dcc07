import { forgetDrafts } from '../features/recording/draft-store.ts'

/** Why somebody stands before the sign-in page: a session that ended, or their own wish. */
export type Reason = 'verlopen' | 'uitgelogd' | 'overal-uitgelogd'

/** By which the mutations that end a session are known while they run. */
export const SIGNING_OUT = ['signing-out']

/** The sign-in page, which leads back to an address afterwards. */
export function signInAddress(back: string, reason?: Reason): string {
  const search = new URLSearchParams()
  if (reason !== undefined) search.set('reden', reason)
  if (isOwnPath(back) && back !== '/') search.set('terug', back)
  const text = search.toString().replaceAll('%2F', '/')
  return text === '' ? '/aanmelden' : `/aanmelden?${text}`
}

/** An address of this application; never another site, also where a browser would take it for one. */
export function isOwnPath(path: unknown): path is string {
  return (
    typeof path === 'string' &&
    /^\/(?![/\\])[^\\\s]*$/.test(path) &&
    !path.startsWith('/aanmelden') &&
    !path.startsWith('/inloggen')
  )
}

/** Somebody left by their own wish, and the page is on its way out. */
let wished = false

/**
 * Leaves for the sign-in page and keeps nothing: the whole page goes, and with it all that it knew.
 * What is refused after somebody's own wish, and before the page is gone, is so because of that wish.
 */
export function leave(reason?: Reason): void {
  const isWish = reason !== undefined && reason !== 'verlopen'
  if (wished && !isWish) return
  wished = isWish
  // Who was cut off comes back to what was typed; who leaves takes it along.
  if (reason !== 'verlopen') forgetDrafts()
  const { pathname, search, hash } = window.location
  const back = reason === undefined || reason === 'verlopen' ? `${pathname}${search}${hash}` : '/'
  window.location.replace(signInAddress(back, reason))
}
