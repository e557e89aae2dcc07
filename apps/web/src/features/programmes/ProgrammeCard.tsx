import { Link } from '@tanstack/react-router'
import type { ProgrammeLine } from '@tijdig/server/contract'
import { LightCounts } from './LightCounts.tsx'
import { moneyInShort } from './money-words.ts'
import type { NameOf } from './use-organisation-names.ts'

interface Props {
  readonly programme: ProgrammeLine
  readonly nameOf: NameOf
}

/** One programme of the list: whose it is, how its parts stand, and its money in a sentence. */
export function ProgrammeCard({ programme, nameOf }: Props) {
  const { programme: code, title, owner, lights, money } = programme
  const short = moneyInShort(money)
  return (
    <article className="tijdig-programme-card">
      <h2>
        <Link to="/programmas/$programme" params={{ programme: code }} className="nl-link">
          {title}
        </Link>
      </h2>
      <p className="tijdig-muted">
        {code}
        {owner === null ? null : <>, van {nameOf(owner)}</>}
      </p>
      <LightCounts counts={lights} />
      <p>{short ?? 'Er is geen geld bij vastgelegd.'}</p>
    </article>
  )
}
