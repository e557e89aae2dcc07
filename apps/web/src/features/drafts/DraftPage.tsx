import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { IndicatorWords } from '@tijdig/drafts'
import type { Indicator, Route, Session } from '@tijdig/server/contract'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { useMemo } from 'react'
import { draftQuery } from '../../api/drafts.ts'
import { isNotFound } from '../../api/problem-in-words.ts'
import { programmesQuery } from '../../api/programmes.ts'
import { routesQuery } from '../../api/queries.ts'
import { askedInWords } from '../../clocks/asked.ts'
import { mayOpen, mayWriteReports } from '../../session/pages.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { programmeWords } from './blocks/programme-words.ts'
import { DraftWorkbench } from './DraftWorkbench.tsx'
import '../reports/reports.css'
import './drafts.css'
import './editor.css'

/** The figures that can be put in a text: of each route of which one may have them, its own first. */
function indicatorsFor(
  session: Session,
  routes: readonly Route[],
  own: string | undefined,
): readonly Indicator[] {
  const rest = routes.filter(({ code }) => code !== own && mayWriteReports(session, code))
  return [...routes.filter(({ code }) => code === own), ...rest].flatMap((each) => each.indicators)
}

const page = getRouteApi('/rapporten/concept/$id')

/** The text of one report, to work on together. */
export function DraftPage() {
  const { id } = page.useParams()
  const draft = useQuery(draftQuery(id))
  const routes = useQuery(routesQuery)
  const failed = draft.error ?? routes.error
  const session = useSession()
  const seesProgrammes = mayOpen(session, 'programmes')
  // A text can be written without them: where they fail, they are only not offered.
  const programmes = useQuery({ ...programmesQuery, enabled: seesProgrammes })
  const indicators = useMemo(
    (): readonly IndicatorWords[] => [
      ...indicatorsFor(session, routes.data ?? [], draft.data?.route),
      ...(programmes.data ?? []).map(programmeWords),
    ],
    [session, routes.data, programmes.data, draft.data?.route],
  )
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
      ) : !draft.data || !routes.data ? (
        <>
          <Loading>Het concept wordt opgehaald.</Loading>
          <Skeleton shape="block" count={2} />
        </>
      ) : (
        <DraftWorkbench key={id} draft={draft.data} indicators={indicators} />
      )}
    </>
  )
}
