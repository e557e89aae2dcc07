import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { useMemo } from 'react'
import { isNotFound } from '../../api/problem-in-words.ts'
import { changesQuery, routesQuery } from '../../api/queries.ts'
import { askedInWords } from '../../clocks/asked.ts'
import { explainAll } from '../../clocks/explained.ts'
import { WhyChanged } from '../../clocks/WhyChanged.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import './reports.css'

const page = getRouteApi('/rapporten/$number/vergelijk/$other')

/** What changed between two publications, figure by figure, and why. */
export function ChangesPage() {
  const { number, other } = page.useParams()
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const routes = useQuery(routesQuery)
  const found = useQuery(changesQuery(other, number))
  const indicators = useMemo(() => routes.data?.flatMap((route) => route.indicators), [routes.data])
  const changes = useMemo(
    () =>
      found.data && indicators
        ? explainAll(found.data.explanations, indicators, found.data.from, found.data.to)
        : [],
    [found.data, indicators],
  )
  const names = useMemo(
    () => ({ from: `Nummer ${other}`, to: `Nummer ${number}` }),
    [number, other],
  )
  const failed = found.isError ? found : routes.isError ? routes : undefined
  return (
    <>
      <div className="tijdig-publication__top">
        <p className="tijdig-back tijdig-not-printed">
          <Link to="/rapporten/$number" params={{ number }} className="nl-link">
            Publicatie nummer {number}
          </Link>
        </p>
        <PageTitle
          title={`Wat is er veranderd sinds nummer ${other}?`}
          tab={`Rapport ${number} vergeleken met ${other}`}
          lead={
            found.data ? (
              <>
                Van {askedInWords(found.data.from)}, naar {askedInWords(found.data.to)}.
              </>
            ) : (
              ' '
            )
          }
        />
      </div>
      {failed ? (
        isNotFound(failed.error) ? (
          <EmptyState title="Een van beide rapporten is niet gevonden.">
            <p>Kijk of de nummers kloppen, of kies de rapporten in de lijst.</p>
          </EmptyState>
        ) : (
          <Failed error={failed.error} onRetry={() => failed.refetch()} />
        )
      ) : found.data === undefined || indicators === undefined ? (
        <>
          <Loading>De verschillen worden uitgezocht.</Loading>
          <Skeleton shape="chart" />
        </>
      ) : (
        <WhyChanged
          title="Waarom zijn de cijfers anders?"
          changes={changes}
          from={found.data.from}
          to={found.data.to}
          chosen={search.cijfer}
          names={names}
          onChoose={(cijfer) => navigate({ search: { cijfer }, resetScroll: false, replace: true })}
        />
      )}
    </>
  )
}
