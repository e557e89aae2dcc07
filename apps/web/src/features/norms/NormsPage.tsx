import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Loading, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { mayAskFigures } from '../../session/pages.ts'
import { useSession } from '../../session/session-context.ts'
import { chooseRoute } from '../../shell/choose-route.ts'
import { Failed } from '../../shell/Failed.tsx'
import { NothingYet } from '../../shell/NothingYet.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { RouteTabs } from '../../shell/RouteTabs.tsx'
import { ScopeNote } from '../../shell/ScopeNote.tsx'
import { NormTabs } from './NormTabs.tsx'
import { NormView } from './NormView.tsx'
import './norms.css'

const page = getRouteApi('/normen')

/** One norm: how much is in time, the trajectories behind that, and what will probably be missed. */
export function NormsPage() {
  const search = page.useSearch()
  const routes = useQuery(routesQuery)
  const session = useSession()
  const asked =
    routes.data?.filter(({ code, norms }) => norms.length > 0 && mayAskFigures(session, code)) ?? []
  const route = chooseRoute(asked, search.route)
  const norm = route?.norms.find(({ code }) => code === search.norm) ?? route?.norms[0]
  return (
    <>
      <PageTitle
        title="Normen"
        lead="Hoeveel er op tijd is, waar dat aan ligt, en wat er nog te laat dreigt te worden."
      />
      {route ? (
        <>
          <RouteTabs routes={asked} current={route.code} to="/normen" />
          <ScopeNote route={route.code} />
        </>
      ) : null}
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>De normen worden opgehaald.</Loading>
          <Skeleton shape="block" />
          <Skeleton shape="chart" />
        </>
      ) : route?.defaultQuestion && norm ? (
        <>
          <NormTabs route={route} current={norm.code} />
          <NormView
            key={`${route.code}/${norm.code}`}
            route={route}
            norm={norm}
            newest={route.defaultQuestion}
          />
        </>
      ) : (
        <NothingYet what="normen" />
      )}
    </>
  )
}
