import { Link } from '@tanstack/react-router'
import { EmptyState } from '@tijdig/ui'
import { useSession } from '../../session/session-context.ts'

interface Props {
  readonly route: string
  readonly id: string
  readonly clocksSet: boolean
}

/** A trajectory that is not there, or that one may not see: nothing tells which of the two. */
export function NotToSee({ route, id, clocksSet }: Props) {
  const { may } = useSession()
  return (
    <EmptyState title="Dit traject is er niet, of u mag het niet zien.">
      <p>
        Kijk of het nummer {id} klopt. U ziet alleen trajecten waarbij uw organisatie betrokken is,
        of die met u zijn gedeeld.
        {clocksSet
          ? ' De klokken zijn verzet: misschien was het traject toen nog niet bekend.'
          : null}
      </p>
      <p>
        {clocksSet ? (
          <Link to="/trajecten/$route/$id" params={{ route, id }} className="nl-link">
            Toon het traject zoals nu bekend
          </Link>
        ) : (
          <Link to="/trajecten" search={{ route }} className="nl-link">
            Naar de trajecten die u wel mag zien
          </Link>
        )}
      </p>
      {may.routes[route]?.breakGlass ? (
        <p>
          Moet u het nu zien, omdat een kind anders gevaar loopt?{' '}
          <Link to="/noodtoegang" search={{ route, traject: id }} className="nl-link">
            Vraag noodtoegang
          </Link>
          . Dat wordt gemeld.
        </p>
      ) : null}
    </EmptyState>
  )
}
