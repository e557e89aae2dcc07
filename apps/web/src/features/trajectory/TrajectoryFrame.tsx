import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import { Loading, Skeleton } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { isNotFound } from '../../api/problem-in-words.ts'
import { trajectoryQuery } from '../../api/queries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { useViewSearch } from '../programmes/use-view-search.ts'
import { NotToSee } from './NotToSee.tsx'
import './trajectory.css'

interface Props {
  readonly route: string
  readonly id: string
  readonly title: string
  readonly children: (trajectory: Trajectory) => ReactNode
}

/** A page about one trajectory, with the way back to it; shows it once it is there. */
export function TrajectoryFrame({ route, id, title, children }: Props) {
  const view = useViewSearch()
  const found = useQuery(trajectoryQuery(route, id, {}))
  const shown = found.data?.id === id ? found.data : undefined
  return (
    <>
      <div className="tijdig-trajectory__top">
        <p className="tijdig-back tijdig-not-printed">
          <Link to="/trajecten/$route/$id" params={{ route, id }} search={view} className="nl-link">
            Terug naar traject {id}
          </Link>
        </p>
        <PageTitle title={title} tab={`${title}, traject ${id}`} lead={`Traject ${id}`} />
      </div>
      {found.isError ? (
        isNotFound(found.error) ? (
          <NotToSee route={route} id={id} clocksSet={false} />
        ) : (
          <Failed error={found.error} onRetry={() => found.refetch()} />
        )
      ) : shown === undefined ? (
        <>
          <Loading>Het traject wordt opgehaald.</Loading>
          <Skeleton shape="block" count={3} />
        </>
      ) : (
        children(shown)
      )}
    </>
  )
}
