import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Route } from '@tijdig/server/contract'
import { EmptyState, formatCount, Loading, Pagination, Skeleton } from '@tijdig/ui'
import { trajectoriesQuery } from '../../api/queries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { trajectoriesAsked } from './asked.ts'
import { PAGE_SIZE, type TrajectoriesSearch } from './search.ts'
import { TrajectoryFilters } from './TrajectoryFilters.tsx'
import { TrajectoryTable } from './TrajectoryTable.tsx'

const page = getRouteApi('/trajecten')

/** What to look for, how many were found, and one page of them. */
export function TrajectoryList({ route }: { readonly route: Route }) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const found = useQuery(trajectoriesQuery(trajectoriesAsked(route.code, search)))
  const change = (part: Partial<TrajectoriesSearch>) => {
    const { pagina: _, ...rest } = search
    navigate({ search: { ...rest, route: route.code, ...part }, resetScroll: false, replace: true })
  }
  const narrowed = search.zoek ?? search.toestand ?? search.kenmerk
  const at = search.pagina ?? 1
  return (
    <>
      <TrajectoryFilters route={route} search={search} onChange={change} />
      {found.isError ? (
        <Failed error={found.error} onRetry={() => found.refetch()} />
      ) : found.isPending ? (
        <div>
          <Loading>De trajecten worden opgehaald.</Loading>
          <Skeleton shape="row" count={12} />
        </div>
      ) : found.data.total === 0 ? (
        <EmptyState title="Er is geen traject gevonden.">
          <p>
            {narrowed === undefined
              ? 'Er zijn nog geen trajecten op deze route.'
              : 'Zoek op een korter deel van het nummer, of haal een keuze weg.'}
          </p>
          <p>
            <Link to="/trajecten" search={{ route: route.code }} className="nl-link">
              Alle trajecten tonen
            </Link>
          </p>
        </EmptyState>
      ) : (
        <section className="tijdig-section" aria-label="Gevonden trajecten">
          <p className="tijdig-trajectories__total" role="status">
            <strong className="tijdig-number">{formatCount(found.data.total)}</strong>{' '}
            {found.data.total === 1 ? 'traject' : 'trajecten'}
            {found.data.total > PAGE_SIZE ? (
              <span className="tijdig-muted">
                , pagina {formatCount(at)} van{' '}
                {formatCount(Math.ceil(found.data.total / PAGE_SIZE))}
              </span>
            ) : null}
          </p>
          <TrajectoryTable
            route={route}
            lines={found.data.lines}
            search={search}
            busy={found.isPlaceholderData}
            onSort={change}
          />
          <Pagination
            label="Pagina's"
            page={at}
            pages={Math.ceil(found.data.total / PAGE_SIZE)}
            link={(to, text, props) => (
              <Link
                to="/trajecten"
                search={{ ...search, pagina: to === 1 ? undefined : to }}
                activeProps={{}}
                {...props}
              >
                {text}
              </Link>
            )}
          />
        </section>
      )}
    </>
  )
}
