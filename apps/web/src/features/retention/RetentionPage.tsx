import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Loading, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.ts'
import { chooseRoute } from '../../shell/choose-route.ts'
import { Failed } from '../../shell/Failed.tsx'
import { NothingYet } from '../../shell/NothingYet.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { RetentionOverview } from './RetentionOverview.tsx'
import './retention.css'

const page = getRouteApi('/trajecten/bewaren')

/** What is kept until when, and destroying what need not be kept any more. */
export function RetentionPage() {
  const { route: asked, maand } = page.useSearch()
  const routes = useQuery(routesQuery)
  const { may } = useSession()
  const seen = routes.data?.filter(({ code }) => may.routes[code]?.see) ?? []
  const route = chooseRoute(seen, asked)
  return (
    <>
      <p className="tijdig-back">
        <Link to="/trajecten" search={{}} className="nl-link">
          Alle trajecten
        </Link>
      </p>
      <PageTitle
        title="Bewaren"
        lead="Tot wanneer dossiers bewaard blijven. Is dat voorbij, dan vernietigen twee mensen samen wie het gezin was."
      />
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>De routes worden opgehaald.</Loading>
          <Skeleton shape="block" />
        </>
      ) : route ? (
        <>
          {seen.length > 1 ? (
            <nav className="tijdig-actions" aria-label="Route">
              {seen.map(({ code, label }) => (
                <Link
                  key={code}
                  to="/trajecten/bewaren"
                  search={{ route: code }}
                  activeProps={{}}
                  className="nl-link"
                  aria-current={code === route.code ? 'page' : undefined}
                >
                  {label}
                </Link>
              ))}
            </nav>
          ) : null}
          <RetentionOverview key={route.code} route={route.code} month={maand} />
        </>
      ) : (
        <NothingYet what="trajecten" />
      )}
    </>
  )
}
