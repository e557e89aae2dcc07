import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { readFiguresSearch } from './features/figures/search.ts'
import { readOverviewSearch } from './features/overview/search.ts'
import { readChangesSearch, readReportsSearch } from './features/reports/search.ts'
import { readTrajectoriesSearch } from './features/trajectories/search.ts'
import { readTrajectorySearch } from './features/trajectory/search.ts'
import { parseAddress, writeAddress } from './shell/address.ts'
import { Broken, NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Broken,
})

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(
    () => import('./features/overview/OverviewPage.tsx'),
    'OverviewPage',
  ),
})

const trajectoriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten',
  validateSearch: readTrajectoriesSearch,
  component: lazyRouteComponent(
    () => import('./features/trajectories/TrajectoriesPage.tsx'),
    'TrajectoriesPage',
  ),
})

const trajectoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten/$route/$id',
  validateSearch: readTrajectorySearch,
  component: lazyRouteComponent(
    () => import('./features/trajectory/TrajectoryPage.tsx'),
    'TrajectoryPage',
  ),
})

const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cijfers',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(() => import('./features/figures/FiguresPage.tsx'), 'FiguresPage'),
})

const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapporten',
  validateSearch: readReportsSearch,
  component: lazyRouteComponent(() => import('./features/reports/ReportsPage.tsx'), 'ReportsPage'),
})

const publicationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapporten/$number',
  component: lazyRouteComponent(
    () => import('./features/reports/PublicationPage.tsx'),
    'PublicationPage',
  ),
})

const changesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapporten/$number/vergelijk/$other',
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('./features/reports/ChangesPage.tsx'), 'ChangesPage'),
})

/** Every page of the application, and the address at which it stands. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overviewRoute,
    trajectoriesRoute,
    trajectoryRoute,
    figuresRoute,
    reportsRoute,
    publicationRoute,
    changesRoute,
  ]),
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
