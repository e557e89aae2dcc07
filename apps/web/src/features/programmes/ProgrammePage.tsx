import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { isNotFound } from '../../api/problem-in-words.ts'
import { programmeQuery } from '../../api/programmes.ts'
import { routesQuery } from '../../api/queries.ts'
import { today } from '../../clocks/today.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { ProgrammeClocks } from './ProgrammeClocks.tsx'
import { ProgrammeView } from './ProgrammeView.tsx'
import { newestOfProgrammes } from './programme-clocks.ts'
import { askedOfProgramme } from './search.ts'
import { useShownPart } from './use-shown-part.ts'
import { ViewTabs } from './ViewTabs.tsx'
import './programmes.css'

const page = getRouteApi('/programmas/$programme')

/** One programme, as of any day and as known at any moment, in one of its views. */
export function ProgrammePage() {
  const { programme } = page.useParams()
  const search = page.useSearch()
  // After something was recorded the clocks start later: that is asked again each time.
  const routes = useQuery({ ...routesQuery, staleTime: 0 })
  const newest = newestOfProgrammes(routes.data ?? [], today())
  const asked = askedOfProgramme(search, newest)
  const found = useQuery({ ...programmeQuery(programme, asked), enabled: !routes.isPending })
  const shown = found.data?.programme === programme ? found.data : undefined
  useShownPart(shown !== undefined)
  if (found.isError && isNotFound(found.error)) return <Unknown programme={programme} />
  const title = shown?.title ?? programme
  return (
    <>
      <div className="tijdig-programme__top">
        <p className="tijdig-back tijdig-not-printed">
          <Link to="/programmas" className="nl-link">
            Alle programma's
          </Link>
        </p>
        <PageTitle title={title} {...(title === programme ? {} : { lead: programme })} />
      </div>
      <ViewTabs programme={programme} />
      <ProgrammeClocks asked={asked} newest={newest} />
      {found.isError ? (
        <Failed error={found.error} onRetry={() => found.refetch()} />
      ) : shown === undefined ? (
        <>
          <Loading>Het programma wordt opgehaald.</Loading>
          <Skeleton shape="block" />
          <Skeleton shape="row" count={6} />
        </>
      ) : shown.parts.length === 0 ? (
        <EmptyState title="Op deze dag was er van dit programma nog niets bekend.">
          <p>Zet de klokken op een latere dag.</p>
        </EmptyState>
      ) : (
        <div
          className={
            found.isPlaceholderData
              ? 'tijdig-programme__view tijdig-busy'
              : 'tijdig-programme__view'
          }
          aria-busy={found.isPlaceholderData}
        >
          <ProgrammeView
            programme={shown}
            asked={asked}
            newest={newest}
            routes={routes.data ?? []}
          />
        </div>
      )}
    </>
  )
}

/** The same for one that is not there and one that is not to be seen. */
function Unknown({ programme }: { readonly programme: string }) {
  return (
    <>
      <PageTitle title={`Programma ${programme}`} />
      <EmptyState title="Dit programma is er niet, of u hebt er niet mee te maken.">
        <p>Kijk of de code klopt, of kies een programma uit de lijst.</p>
        <p>
          <Link to="/programmas" className="nl-link">
            Naar alle programma's
          </Link>
        </p>
      </EmptyState>
    </>
  )
}
