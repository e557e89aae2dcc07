import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { isNotFound } from '../../api/problem-in-words.ts'
import { publicationQuery } from '../../api/queries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { PublicationView } from './PublicationView.tsx'
import './reports.css'

const page = getRouteApi('/rapporten/$number')

/** One published report: where to read it, what it rests on, whether it still holds. */
export function PublicationPage() {
  const { number } = page.useParams()
  const found = useQuery(publicationQuery(number))
  return (
    <>
      <div className="tijdig-publication__top">
        <p className="tijdig-back tijdig-not-printed">
          <Link to="/rapporten" className="nl-link">
            Alle rapporten
          </Link>
        </p>
        <PageTitle
          title={found.data?.title ?? `Rapport ${number}`}
          tab={`Rapport ${number}`}
          lead={found.data ? `Publicatie nummer ${found.data.number}` : ' '}
        />
      </div>
      {found.isError ? (
        isNotFound(found.error) ? (
          <EmptyState title={`Publicatie ${number} is niet gevonden.`}>
            <p>Kijk of het nummer klopt, of zoek het rapport op in de lijst.</p>
          </EmptyState>
        ) : (
          <Failed error={found.error} onRetry={() => found.refetch()} />
        )
      ) : found.isPending ? (
        <>
          <Loading>Het rapport wordt opgehaald.</Loading>
          <Skeleton shape="block" count={2} />
        </>
      ) : (
        <PublicationView publication={found.data} />
      )}
    </>
  )
}
