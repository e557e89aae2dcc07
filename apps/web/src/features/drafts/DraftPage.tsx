import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { draftQuery } from '../../api/drafts.ts'
import { isNotFound } from '../../api/problem-in-words.ts'
import { routesQuery } from '../../api/queries.ts'
import { askedInWords } from '../../clocks/asked.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { DraftWorkbench } from './DraftWorkbench.tsx'
import './drafts.css'
import './editor.css'

const page = getRouteApi('/rapporten/concept/$id')

/** The text of one report, to work on together. */
export function DraftPage() {
  const { id } = page.useParams()
  const draft = useQuery(draftQuery(id))
  const routes = useQuery(routesQuery)
  const failed = draft.error ?? routes.error
  const route = routes.data?.find(({ code }) => code === draft.data?.route)
  return (
    <>
      <p className="tijdig-back tijdig-not-printed">
        <Link to="/rapporten" className="nl-link">
          Alle rapporten
        </Link>
      </p>
      <PageTitle
        title={draft.data?.title ?? 'Concept'}
        tab={draft.data ? `Concept: ${draft.data.title}` : 'Concept'}
        lead={draft.data ? `Concept: ${askedInWords(draft.data)}` : ' '}
      />
      {failed && isNotFound(failed) ? (
        <EmptyState title="Dit concept is er niet.">
          <p>Misschien is het van een andere organisatie. Kijk bij Rapporten welke er zijn.</p>
        </EmptyState>
      ) : failed ? (
        <Failed
          error={failed}
          onRetry={() => {
            void draft.refetch()
            void routes.refetch()
          }}
        />
      ) : !draft.data || !route ? (
        <>
          <Loading>Het concept wordt opgehaald.</Loading>
          <Skeleton shape="block" count={2} />
        </>
      ) : (
        <DraftWorkbench key={id} draft={draft.data} route={route} />
      )}
    </>
  )
}
