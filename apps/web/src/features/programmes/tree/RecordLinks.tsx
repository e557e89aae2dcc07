import { Link } from '@tanstack/react-router'
import type { Light, Part } from '@tijdig/server/contract'
import { useViewSearch } from '../use-view-search.ts'
import type { TreeContext } from './tree-context.ts'

/** What one mostly wants to say of a part, by how it stands now: a step and what the link is called. */
const STEPS: Readonly<Record<Light, readonly { readonly step: string; readonly label: string }[]>> =
  {
    stalled: [
      { step: 'stalled', label: 'Reden aanpassen' },
      { step: 'resumed', label: 'Weer op gang' },
    ],
    'under-way': [
      { step: 'done', label: 'Klaar' },
      { step: 'stalled', label: 'Loopt vast' },
    ],
    'no-action': [{ step: 'begun', label: 'Begonnen' }],
    done: [],
    dropped: [],
  }

interface Props {
  readonly part: Part
  readonly context: TreeContext
}

/** The way to the form in which one says how a part goes, with the step filled in already. */
export function RecordLinks({ part, context }: Props) {
  const view = useViewSearch()
  const steps = STEPS[part.light]
  // What is over needs nothing; who wants to put it right goes by its own page.
  if (steps.length === 0 || !context.mayRecord(part)) return null
  const { route, id, title } = part
  return (
    <p className="tijdig-part__steps tijdig-not-printed">
      {steps.map(({ step, label }) => (
        <Link
          key={step}
          to="/trajecten/$route/$id/vastleggen"
          params={{ route, id }}
          search={{ ...view, stap: step }}
          className="nl-link"
          aria-label={`${label}: ${title}`}
        >
          {label}
        </Link>
      ))}
      <Link
        to="/trajecten/$route/$id/vastleggen"
        params={{ route, id }}
        search={view}
        className="nl-link"
        aria-label={`Iets anders: ${title}`}
      >
        Iets anders
      </Link>
    </p>
  )
}
