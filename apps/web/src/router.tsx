import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { readAdministrationSearch } from './features/administration/search.ts'
import { readAuditSearch } from './features/audit/search.ts'
import { readDeliverySearch } from './features/deliveries/search.ts'
import { readFiguresSearch } from './features/figures/search.ts'
import { readGlassSearch } from './features/glass/search.ts'
import { readNormsSearch } from './features/norms/search.ts'
import { readOverviewSearch } from './features/overview/search.ts'
import { readProgrammeSearch } from './features/programmes/search.ts'
import { readOpenSearch, readRecordSearch } from './features/recording/search.ts'
import { readChangesSearch, readReportsSearch } from './features/reports/search.ts'
import { readRetentionSearch } from './features/retention/search.ts'
import { readSignInSearch } from './features/sign-in/search.ts'
import { readTrajectoriesSearch } from './features/trajectories/search.ts'
import { readTrajectorySearch } from './features/trajectory/search.ts'
import { readWorkSearch } from './features/work/search.ts'
import { parseAddress, writeAddress } from './shell/address.ts'
import { Begin } from './shell/Begin.tsx'
import { Broken, NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Broken,
})

const beginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: readOverviewSearch,
  component: Begin,
})

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overzicht',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(
    () => import('./features/overview/OverviewPage.tsx'),
    'OverviewPage',
  ),
})

const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/werk',
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import('./features/work/WorkPage.tsx'), 'WorkPage'),
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

const normsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/normen',
  validateSearch: readNormsSearch,
  component: lazyRouteComponent(() => import('./features/norms/NormsPage.tsx'), 'NormsPage'),
})

const deliveriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leveringen',
  component: lazyRouteComponent(
    () => import('./features/deliveries/DeliveriesPage.tsx'),
    'DeliveriesPage',
  ),
})

const deliveryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leveringen/$number',
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(
    () => import('./features/deliveries/DeliveryPage.tsx'),
    'DeliveryPage',
  ),
})

const deliveryNowRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leveringen/nu/$delivery',
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(
    () => import('./features/deliveries/DeliveryNowPage.tsx'),
    'DeliveryNowPage',
  ),
})

const programmesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmas',
  component: lazyRouteComponent(
    () => import('./features/programmes/ProgrammesPage.tsx'),
    'ProgrammesPage',
  ),
})

const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmas/$programme',
  validateSearch: readProgrammeSearch,
  component: lazyRouteComponent(
    () => import('./features/programmes/ProgrammePage.tsx'),
    'ProgrammePage',
  ),
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

const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapporten/concept/$id',
  component: lazyRouteComponent(() => import('./features/drafts/DraftPage.tsx'), 'DraftPage'),
})

const changesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rapporten/$number/vergelijk/$other',
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('./features/reports/ChangesPage.tsx'), 'ChangesPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aanmelden',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./features/sign-in/SignInPage.tsx'), 'SignInPage'),
})

const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten/$route/$id/vastleggen',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import('./features/recording/RecordPage.tsx'), 'RecordPage'),
})

const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten/nieuw',
  validateSearch: readOpenSearch,
  component: lazyRouteComponent(() => import('./features/recording/OpenPage.tsx'), 'OpenPage'),
})

const callRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bellen',
  component: lazyRouteComponent(() => import('./features/recording/CallPage.tsx'), 'CallPage'),
})

const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten/$route/$id/delen',
  component: lazyRouteComponent(() => import('./features/sharing/SharePage.tsx'), 'SharePage'),
})

const glassRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/noodtoegang',
  validateSearch: readGlassSearch,
  component: lazyRouteComponent(() => import('./features/glass/GlassPage.tsx'), 'GlassPage'),
})

const findFamilyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten/gezin-zoeken',
  component: lazyRouteComponent(
    () => import('./features/family/FindFamilyPage.tsx'),
    'FindFamilyPage',
  ),
})

const retentionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trajecten/bewaren',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(
    () => import('./features/retention/RetentionPage.tsx'),
    'RetentionPage',
  ),
})

const noticesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/meldingen',
  component: lazyRouteComponent(() => import('./features/notices/NoticesPage.tsx'), 'NoticesPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/controle',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./features/audit/AuditPage.tsx'), 'AuditPage'),
})

const administrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/beheer',
  validateSearch: readAdministrationSearch,
  component: lazyRouteComponent(
    () => import('./features/administration/AdministrationPage.tsx'),
    'AdministrationPage',
  ),
})

/** Every page of the application, and the address at which it stands. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    beginRoute,
    workRoute,
    overviewRoute,
    trajectoriesRoute,
    trajectoryRoute,
    figuresRoute,
    normsRoute,
    deliveriesRoute,
    deliveryRoute,
    deliveryNowRoute,
    programmesRoute,
    programmeRoute,
    reportsRoute,
    publicationRoute,
    draftRoute,
    changesRoute,
    recordRoute,
    openRoute,
    callRoute,
    shareRoute,
    glassRoute,
    findFamilyRoute,
    retentionRoute,
    noticesRoute,
    auditRoute,
    administrationRoute,
    signInRoute,
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
