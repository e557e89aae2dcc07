import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Loading, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { chooseRoute } from '../../shell/choose-route.ts'
import { Failed } from '../../shell/Failed.tsx'
import { NothingYet } from '../../shell/NothingYet.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { RouteTabs } from '../../shell/RouteTabs.tsx'
import { TrajectoryList } from './TrajectoryList.tsx'
import './trajectories.css'

const page = getRouteApi('/trajecten')

/** All trajectories of a route: to search, narrow, sort and leaf through. */
export function TrajectoriesPage() {
  const search = page.useSearch()
  const routes = useQuery(routesQuery)
  const route = chooseRoute(routes.data ?? [], search.route)
  return (
    <>
      <PageTitle
        title="Trajecten"
        lead="Zoek een traject op nummer, of bekijk ze per toestand of kenmerk."
      />
      {routes.data && route ? (
        <RouteTabs routes={routes.data} current={route.code} to="/trajecten" />
      ) : null}
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>De trajecten worden opgehaald.</Loading>
          <Skeleton shape="block" />
          <div>
            <Skeleton shape="row" count={12} />
          </div>
        </>
      ) : route && route.trajectories > 0 ? (
        <TrajectoryList key={route.code} route={route} />
      ) : (
        <NothingYet what="trajecten" />
      )}
    </>
  )
}
