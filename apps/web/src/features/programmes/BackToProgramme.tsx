import { Link, useSearch } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import type { ReactNode } from 'react'
import { backTo } from './part-view.ts'

interface Props {
  readonly trajectory: Pick<Trajectory, 'route' | 'place'>
  /** The code of the part to come back to; the trajectory's own unless told. */
  readonly part?: string | undefined
  /** Without the clocks: what was recorded just now must be seen. */
  readonly newest?: boolean
  readonly children: ReactNode
}

/** From a part to its place in the programme, in the view from which one came. */
export function BackToProgramme({ trajectory, part, newest = false, children }: Props) {
  const search = useSearch({ strict: false })
  const { route, place } = trajectory
  if (place === null) return null
  const { op, bekend, ...view } = backTo(route, search)
  return (
    <Link
      to="/programmas/$programme"
      params={{ programme: place.programme.code }}
      search={newest ? view : { ...view, op, bekend }}
      hash={part ?? place.code}
      hashScrollIntoView={false}
      className="nl-link"
    >
      {children}
    </Link>
  )
}
