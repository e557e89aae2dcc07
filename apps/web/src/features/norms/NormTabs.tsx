import { getRouteApi, Link } from '@tanstack/react-router'
import type { Route } from '@tijdig/server/contract'
import { TabLinks } from '@tijdig/ui'

const page = getRouteApi('/normen')

/** The norms of a route; what is asked of one is asked of the next. */
export function NormTabs({ route, current }: { readonly route: Route; readonly current: string }) {
  const { op, bekend, periode, per } = page.useSearch()
  return (
    <TabLinks
      label="Norm"
      links={route.norms.map(({ code, label }) => ({
        key: code,
        link: (
          <Link
            to="/normen"
            search={{ route: route.code, norm: code, op, bekend, periode, per }}
            activeProps={{}}
            aria-current={code === current ? 'page' : undefined}
            resetScroll={false}
          >
            {label}
          </Link>
        ),
      }))}
    />
  )
}
