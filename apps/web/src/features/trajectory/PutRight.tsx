import { Link } from '@tanstack/react-router'
import type { TimelineEntry, Trajectory } from '@tijdig/server/contract'
import { dayInWords } from '@tijdig/ui'
import type { ReactNode } from 'react'
import type { RecordSearch } from '../recording/search.ts'

/** The ways to put right what was recorded, for who may; undefined: none. */
export function putRight(
  { route, id }: Pick<Trajectory, 'route' | 'id'>,
  entry: TimelineEntry,
  view: RecordSearch,
): ReactNode {
  if (entry.may === 'nothing') return undefined
  const of = `${entry.label}, ${dayInWords(entry.validOn)}`
  return (
    <>
      {entry.may === 'correct' ? (
        <Link
          to="/trajecten/$route/$id/vastleggen"
          params={{ route, id }}
          search={{ ...view, verbeter: entry.id }}
          className="nl-link"
          aria-label={`Verbeteren: ${of}`}
        >
          Verbeteren
        </Link>
      ) : null}
      <Link
        to="/trajecten/$route/$id/vastleggen"
        params={{ route, id }}
        search={{ ...view, intrekken: entry.id }}
        className="nl-link"
        aria-label={`Intrekken: ${of}`}
      >
        Intrekken
      </Link>
    </>
  )
}
