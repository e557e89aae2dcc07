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
import { FigureView } from './FigureView.tsx'
import './figures.css'

const page = getRouteApi('/cijfers')

/** One figure, in all ways in which it can be asked. */
export function FiguresPage() {
  const search = page.useSearch()
  const routes = useQuery(routesQuery)
  const session = useSession()
  const asked = routes.data?.filter(({ code }) => mayAskFigures(session, code)) ?? []
  const route = chooseRoute(asked, search.route)
  const indicator =
    route?.indicators.find((one) => one.code === search.cijfer) ?? route?.indicators[0]
  return (
    <>
      <PageTitle
        title="Cijfers"
        lead="Kies een cijfer, splits het uit, en vergelijk het met een andere dag of een andere definitie."
      />
      {route ? (
        <>
          <RouteTabs routes={asked} current={route.code} to="/cijfers" />
          <ScopeNote route={route.code} />
        </>
      ) : null}
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>De cijfers worden opgehaald.</Loading>
          <Skeleton shape="block" />
          <Skeleton shape="chart" />
        </>
      ) : route?.defaultQuestion && indicator ? (
        <FigureView
          key={route.code}
          route={route}
          indicator={indicator}
          newest={route.defaultQuestion}
        />
      ) : (
        <NothingYet what="cijfers" />
      )}
    </>
  )
}
