import { Link } from '@tanstack/react-router'
import type { Programme } from '@tijdig/server/contract'
import { useMemo } from 'react'
import { byCode } from '../parts.ts'
import type { NameOf } from '../use-organisation-names.ts'
import { usePartSearch } from '../use-part-search.ts'
import { CAUSE_WORDS, type CauseGroup, type KnownMove } from './move-groups.ts'
import { KIND_WORDS, moveInWords } from './move-in-words.ts'
import './moved.css'

/** More of one kind than this are closed until somebody asks: of activities there are hundreds. */
const MOST_OPEN = 12

interface Props {
  readonly group: CauseGroup
  readonly programme: Programme
  readonly nameOf: NameOf
}

/** The moves of one cause, kind by kind, a sentence each. */
export function MoveList({ group, programme, nameOf }: Props) {
  const search = usePartSearch()
  const codes = useMemo(() => byCode(programme.parts), [programme])
  const sentence = (move: KnownMove) => {
    const { before, after } = moveInWords(move, { nameOf, part: codes.get(move.code) })
    return (
      <>
        {before}
        <Link
          to="/trajecten/$route/$id"
          params={{ route: move.route, id: move.id }}
          search={search}
          data-part={move.code}
          className="nl-link"
        >
          {move.title}
        </Link>
        {after}
      </>
    )
  }
  return (
    <section className="tijdig-moves" aria-labelledby={`oorzaak-${group.cause}`}>
      <h3 id={`oorzaak-${group.cause}`}>{CAUSE_WORDS[group.cause]}</h3>
      {group.kinds.map(({ kind, moves }) => (
        <details key={kind} open={moves.length <= MOST_OPEN}>
          <summary>
            {KIND_WORDS[kind]} ({moves.length})
          </summary>
          <ul className="tijdig-list">
            {moves.map((move) => (
              <li key={`${move.id}/${move.detail ?? ''}`}>{sentence(move)}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
