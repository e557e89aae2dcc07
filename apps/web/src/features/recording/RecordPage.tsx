import { getRouteApi } from '@tanstack/react-router'
import { EmptyState } from '@tijdig/ui'
import { TrajectoryFrame } from '../trajectory/TrajectoryFrame.tsx'
import { RecordForm } from './RecordForm.tsx'

const page = getRouteApi('/trajecten/$route/$id/vastleggen')

/** Recording that something happened in a trajectory. */
export function RecordPage() {
  const { route, id } = page.useParams()
  const { stap } = page.useSearch()
  return (
    <TrajectoryFrame route={route} id={id} title="Iets vastleggen">
      {(trajectory) =>
        trajectory.steps.length === 0 ? (
          <EmptyState title="U kunt nu niets vastleggen in dit traject.">
            <p>
              Dat kan liggen aan uw rol, aan uw team, of aan de toestand waarin het traject nu is.
            </p>
          </EmptyState>
        ) : (
          <RecordForm trajectory={trajectory} chosen={stap} />
        )
      }
    </TrajectoryFrame>
  )
}
