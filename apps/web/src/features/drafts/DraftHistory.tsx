import type { DraftView } from '@tijdig/server/contract'
import { Alert } from '@tijdig/ui'
import { momentInWords } from './moment-in-words.ts'

const WORDS = {
  submitted: 'legde de tekst voor ter goedkeuring',
  'taken-back': 'haalde de tekst terug',
  rejected: 'stuurde de tekst terug',
  approved: 'keurde de tekst goed',
  published: 'publiceerde de tekst',
  discarded: 'gooide het concept weg',
} as const satisfies Record<DraftView['events'][number]['kind'], string>

/** What became of a draft until now, and why it came back. */
export function DraftHistory({ draft: { begun, events } }: { readonly draft: DraftView }) {
  const last = events.at(-1)
  return (
    <>
      {last?.kind === 'rejected' ? (
        <Alert tone="warning" title={`${last.name} stuurde de tekst terug.`}>
          <p>{last.reason}</p>
        </Alert>
      ) : null}
      <details className="tijdig-draft-history">
        <summary>Wat er met dit concept gebeurde</summary>
        <ol>
          <li>
            {momentInWords(begun.at)}: {begun.name} begon het concept.
          </li>
          {events.map(({ kind, name, at, reason, publication }) => (
            <li key={at}>
              {momentInWords(at)}: {name} {WORDS[kind]}
              {publication === null ? '' : ` als nummer ${publication}`}
              {reason === null ? '.' : `: ${reason}`}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}
