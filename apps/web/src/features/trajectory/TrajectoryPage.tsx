import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import { Loading, Skeleton } from '@tijdig/ui'
import { isNotFound } from '../../api/problem-in-words.ts'
import { routesQuery, trajectoryQuery } from '../../api/queries.ts'
import { today } from '../../clocks/today.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { NotToSee } from './NotToSee.tsx'
import { ProgrammePlace } from './ProgrammePlace.tsx'
import { TrajectoryClocks } from './TrajectoryClocks.tsx'
import { TrajectoryView } from './TrajectoryView.tsx'
import './trajectory.css'

const page = getRouteApi('/trajecten/$route/$id')

/** One trajectory: its state, its terms, what holds, and what happened when. */
export function TrajectoryPage() {
  const { route, id } = page.useParams()
  const search = page.useSearch()
  const routes = useQuery(routesQuery)
  const newest = routes.data?.find((one) => one.code === route)?.defaultQuestion ?? undefined
  const found = useQuery(
    trajectoryQuery(route, id, {
      ...(search.op === undefined ? {} : { cutOff: search.op }),
      ...(search.bekend === undefined ? {} : { knownAt: search.bekend }),
    }),
  )
  const shown = found.data?.id === id ? found.data : undefined
  return (
    <>
      <div className="tijdig-trajectory__top">
        <p className="tijdig-back tijdig-not-printed">
          <Link to="/trajecten" search={{ route }} className="nl-link">
            Alle trajecten
          </Link>
        </p>
        {shown === undefined ? null : <ProgrammePlace trajectory={shown} />}
        <PageTitle title={`Traject ${id}`} lead={shown ? leadOf(shown) : ' '} />
      </div>
      {found.isError ? (
        isNotFound(found.error) ? (
          <NotToSee
            route={route}
            id={id}
            clocksSet={search.op !== undefined || search.bekend !== undefined}
          />
        ) : (
          <Failed error={found.error} onRetry={() => found.refetch()} />
        )
      ) : shown === undefined ? (
        <>
          <Loading>Het traject wordt opgehaald.</Loading>
          <Skeleton shape="block" count={3} />
        </>
      ) : (
        <>
          {newest === undefined ? null : <TrajectoryClocks newest={newest} />}
          <TrajectoryView
            trajectory={shown}
            day={search.op ?? today()}
            busy={found.isPlaceholderData}
          />
        </>
      )}
    </>
  )
}

/** Of which route it is; a part of a programme also has a title. */
function leadOf({ routeLabel, place }: Trajectory): string {
  return place === null ? routeLabel : `${routeLabel}: ${place.title}`
}
