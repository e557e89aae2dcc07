import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { organisationsQuery } from '../../api/session.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { TrajectoryFrame } from '../trajectory/TrajectoryFrame.tsx'
import { ShareForm } from './ShareForm.tsx'

const page = getRouteApi('/trajecten/$route/$id/delen')

/** Sharing fields of a trajectory with an organisation that is not party to it. */
export function SharePage() {
  const { route, id } = page.useParams()
  return (
    <TrajectoryFrame route={route} id={id} title="Delen met een andere organisatie">
      {(trajectory) =>
        trajectory.mayShare && trajectory.shareable.length > 0 ? (
          <WithOrganisations trajectory={trajectory} />
        ) : (
          <EmptyState title="U kunt dit traject niet delen.">
            <p>
              Delen kan alleen wie namens een betrokken organisatie aan dit traject werkt, in een
              rol die dat mag.
            </p>
          </EmptyState>
        )
      }
    </TrajectoryFrame>
  )
}

function WithOrganisations({ trajectory }: { readonly trajectory: Trajectory }) {
  const { appointment } = useSession()
  const organisations = useQuery(organisationsQuery)
  if (organisations.isError)
    return <Failed error={organisations.error} onRetry={() => organisations.refetch()} />
  if (organisations.isPending)
    return (
      <>
        <Loading>De organisaties worden opgehaald.</Loading>
        <Skeleton shape="block" />
      </>
    )
  const parties = new Set(trajectory.parties.map((party) => party.organisation))
  return (
    <ShareForm
      trajectory={trajectory}
      organisations={organisations.data.filter(
        ({ code }) => code !== appointment.organisation.code && !parties.has(code),
      )}
    />
  )
}
