import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Heading, Loading, Skeleton } from '@tijdig/ui'
import { publicationsQuery, templatesQuery } from '../../api/queries.ts'
import { mayWriteReports } from '../../session/pages.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { NothingYet } from '../../shell/NothingYet.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { DraftList } from '../drafts/DraftList.tsx'
import { Archive } from './Archive.tsx'
import { ReportDraft } from './ReportDraft.tsx'
import { TemplateList } from './TemplateList.tsx'
import './reports.css'

const page = getRouteApi('/rapporten')

/** Reports to make, and those that were published. */
export function ReportsPage() {
  const search = page.useSearch()
  const session = useSession()
  const { may } = session
  const writes = Object.keys(may.routes).some((route) => mayWriteReports(session, route))
  const templates = useQuery(templatesQuery)
  const publications = useQuery(publicationsQuery)
  // A draft rests on the trajectories of all organisations.
  const makes = Object.values(may.routes).some((route) => route.allFigures)
  const offered = templates.data?.filter(({ route }) => may.routes[route]?.allFigures) ?? []
  const chosen = offered.find((one) => one.template === search.sjabloon)
  return (
    <>
      <PageTitle
        title="Rapporten"
        lead="Een gepubliceerd rapport verandert nooit meer. U kunt altijd nagaan of het nog klopt met wat er is vastgelegd."
      />
      {!makes ? null : templates.isError ? (
        <Failed error={templates.error} onRetry={() => templates.refetch()} />
      ) : templates.isPending ? (
        <>
          <Loading>De rapporten worden opgehaald.</Loading>
          <Skeleton shape="block" />
        </>
      ) : offered.every((one) => one.defaultQuestion === null) ? (
        <NothingYet what="gegevens om over te rapporteren" />
      ) : (
        <section className="tijdig-section" aria-labelledby="maken">
          <Heading level={2} id="maken">
            Rapport maken
          </Heading>
          <TemplateList templates={offered} chosen={chosen?.template} />
          {chosen?.defaultQuestion ? (
            <ReportDraft key={chosen.template} template={chosen} newest={chosen.defaultQuestion} />
          ) : null}
        </section>
      )}
      {writes ? <DraftList /> : null}
      <section className="tijdig-section" aria-labelledby="archief">
        <Heading level={2} id="archief">
          Gepubliceerd
        </Heading>
        {publications.isError ? (
          <Failed error={publications.error} onRetry={() => publications.refetch()} />
        ) : publications.isPending ? (
          <div>
            <Skeleton shape="row" count={4} />
          </div>
        ) : (
          <>
            <p className="tijdig-not-printed">
              Wat voor iedereen is, staat ook in het{' '}
              <a className="nl-link" href="/archief">
                openbare archief
              </a>
              .
            </p>
            <Archive publications={publications.data} />
          </>
        )}
      </section>
    </>
  )
}
