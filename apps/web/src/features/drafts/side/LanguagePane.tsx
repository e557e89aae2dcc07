import { hintsOfText } from '@tijdig/drafts'
import type { Node } from 'prosemirror-model'
import { useDeferredValue, useMemo } from 'react'

interface Props {
  readonly text: Node
  readonly onGo: (from: number, to: number) => void
}

const LABELS = { long: 'Lange zin', 'very-long': 'Te lange zin', hard: 'Moeilijk woord' } as const

/** Where the text could be plainer. It never keeps anybody from anything. */
export function LanguagePane({ text, onGo }: Props) {
  const settled = useDeferredValue(text)
  const hints = useMemo(() => hintsOfText(settled), [settled])
  if (hints.length === 0) return <p>Geen lange zinnen of moeilijke woorden gevonden.</p>
  return (
    <ul className="tijdig-hints">
      {hints.map(({ kind, from, to, words, advice }) => (
        <li key={`${from} ${kind} ${words}`}>
          <p className="tijdig-hints__kind">{LABELS[kind]}</p>
          <p>{advice}</p>
          <button type="button" className="tijdig-go" onClick={() => onGo(from, to)}>
            {kind === 'hard' ? `Ga naar “${words}”` : `Ga naar “${words.slice(0, 30).trim()}…”`}
          </button>
        </li>
      ))}
    </ul>
  )
}
