import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { routesQuery } from '../../api/queries.ts'
import { mayAskFigures } from '../../session/pages.ts'
import { useSession } from '../../session/session-context.ts'
import { chooseRoute } from '../../shell/choose-route.ts'
import { Failed } from '../../shell/Failed.tsx'
import { NothingYet } from '../../shell/NothingYet.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { RouteTabs } from '../../shell/RouteTabs.tsx'
import { ScopeNote } from '../../shell/ScopeNote.tsx'
import { OverviewSkeleton } from './OverviewSkeleton.tsx'
import { RouteOverview } from './RouteOverview.tsx'
import './overview.css'

const page = getRouteApi('/overzicht')

/** The figures of a route, on a day, with the knowledge of a day. */
export function OverviewPage() {
  const search = page.useSearch()
  const routes = useQuery(routesQuery)
  const session = useSession()
  const asked = routes.data?.filter(({ code }) => mayAskFigures(session, code)) ?? []
  const route = chooseRoute(asked, search.route)
  return (
    <>
      <PageTitle title="Overzicht" lead={route?.description ?? 'De cijfers van een route.'} />
      {route ? (
        <>
          <RouteTabs routes={asked} current={route.code} to="/overzicht" />
          <ScopeNote route={route.code} />
        </>
      ) : null}
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <OverviewSkeleton />
      ) : route?.defaultQuestion ? (
        <RouteOverview key={route.code} route={route} newest={route.defaultQuestion} />
      ) : (
        <NothingYet what="gegevens" />
      )}
    </>
  )
}
