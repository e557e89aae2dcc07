import { Link } from '@tanstack/react-router'
import type { Route } from '@tijdig/server/contract'
import './RouteTabs.css'

interface Props {
  readonly routes: readonly Route[]
  readonly current: string
  readonly to: '/overzicht' | '/trajecten' | '/cijfers'
}

/** Which route the page is about; another one starts the page afresh. */
export function RouteTabs({ routes, current, to }: Props) {
  if (routes.length < 2) return null
  return (
    <nav className="tijdig-route-tabs tijdig-not-printed" aria-label="Route">
      <ul>
        {routes.map((route) => (
          <li key={route.code}>
            <Link
              to={to}
              search={{ route: route.code }}
              activeProps={{}}
              aria-current={route.code === current ? 'page' : undefined}
            >
              {route.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
