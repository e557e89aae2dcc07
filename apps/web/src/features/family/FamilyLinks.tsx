import { Link } from '@tanstack/react-router'
import { useSession } from '../../session/session-context.ts'

/** Other ways in to the trajectories of families: by who they are, and by when they end. */
export function FamilyLinks() {
  const { purpose } = useSession()
  const isForHelp = purpose.code === 'help' || purpose.code === 'coordination'
  return (
    <nav className="tijdig-actions tijdig-not-printed" aria-label="Gezinnen">
      {isForHelp ? (
        <Link to="/trajecten/gezin-zoeken" className="nl-link">
          Gezin zoeken op naam of BSN
        </Link>
      ) : null}
      <Link to="/trajecten/bewaren" search={{}} className="nl-link">
        Bewaren en vernietigen
      </Link>
    </nav>
  )
}
