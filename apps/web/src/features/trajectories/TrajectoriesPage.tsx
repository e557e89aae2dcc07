import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Loading, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.ts'
import { chooseRoute } from '../../shell/choose-route.ts'
import { Failed } from '../../shell/Failed.tsx'
import { NothingYet } from '../../shell/NothingYet.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { RouteTabs } from '../../shell/RouteTabs.tsx'
import { FamilyLinks } from '../family/FamilyLinks.tsx'
import { OpenLinks } from './OpenLinks.tsx'
import { SharedList } from './SharedList.tsx'
import { TrajectoryList } from './TrajectoryList.tsx'
import { WhoseTabs } from './WhoseTabs.tsx'
import './trajectories.css'

const page = getRouteApi('/trajecten')

/** The trajectories of a route that one may see: to search, narrow, sort and leaf through. */
export function TrajectoriesPage() {
  const search = page.useSearch()
  const routes = useQuery(routesQuery)
  const { may, appointment } = useSession()
  const seen = routes.data?.filter(({ code }) => may.routes[code]?.see) ?? []
  const route = chooseRoute(seen, search.route)
  const whose = search.lijst ?? (appointment.role === 'provider' ? 'gedeeld' : 'eigen')
  return (
    <>
      <PageTitle
        title="Trajecten"
        lead="Zoek een traject op nummer, of bekijk ze per toestand of kenmerk."
      />
      <FamilyLinks />
      <OpenLinks routes={routes.data ?? []} />
      {route ? (
        <>
          <RouteTabs routes={seen} current={route.code} to="/trajecten" />
          <WhoseTabs route={route.code} current={whose} />
        </>
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
      ) : route && whose === 'gedeeld' ? (
        <SharedList key={route.code} route={route} />
      ) : route && route.trajectories > 0 ? (
        <TrajectoryList key={route.code} route={route} />
      ) : (
        <NothingYet what="trajecten" />
      )}
    </>
  )
}
