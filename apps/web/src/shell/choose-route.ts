import type { Route } from '@tijdig/server/contract'

/** The route asked for; else the first that has something to show. */
export function chooseRoute(routes: readonly Route[], code: string | undefined): Route | undefined {
  return (
    routes.find((route) => route.code === code) ??
    routes.find((route) => route.defaultQuestion !== null) ??
    routes[0]
  )
}
