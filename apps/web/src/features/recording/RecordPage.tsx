import { getRouteApi, Link } from '@tanstack/react-router'
import type { Trajectory } from '@tijdig/server/contract'
import { Alert, EmptyState } from '@tijdig/ui'
import { TrajectoryFrame } from '../trajectory/TrajectoryFrame.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { REGISTERED, REGISTRATION_COMPLETED } from './call.ts'
import { RecordForm } from './RecordForm.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

const page = getRouteApi('/trajecten/$route/$id/vastleggen')

/** Recording that something happened in a trajectory, or putting right what was recorded. */
export function RecordPage() {
  const { route, id } = page.useParams()
  const { verbeter, intrekken } = page.useSearch()
  const title =
    verbeter !== undefined
      ? 'Verbeteren'
      : intrekken !== undefined
        ? 'Intrekken'
        : 'Iets vastleggen'
  return (
    <TrajectoryFrame route={route} id={id} title={title}>
      {(trajectory) => <Form trajectory={trajectory} />}
    </TrajectoryFrame>
  )
}

function Form({ trajectory }: { readonly trajectory: Trajectory }) {
  const { stap, verbeter, intrekken } = page.useSearch()
  const earlier = verbeter ?? intrekken
  if (earlier !== undefined) {
    const entry = trajectory.timeline.find(({ id }) => id === earlier)
    const step = trajectory.corrections.find(({ type }) => type === entry?.type)
    if (entry && verbeter !== undefined && entry.may === 'correct' && step)
      return <CorrectForm key={entry.id} trajectory={trajectory} entry={entry} step={step} />
    if (entry && intrekken !== undefined && entry.may !== 'nothing')
      return <WithdrawForm key={entry.id} trajectory={trajectory} entry={entry} />
    return (
      <EmptyState title="Dit is niet (meer) te verbeteren.">
        <p>Iemand heeft het al verbeterd of ingetrokken, of het hoort niet bij uw rol.</p>
      </EmptyState>
    )
  }
  if (trajectory.steps.length === 0)
    return (
      <EmptyState title="U kunt nu niets vastleggen in dit traject.">
        <p>Dat kan liggen aan uw rol, aan uw team, of aan de toestand waarin het traject nu is.</p>
      </EmptyState>
    )
  return (
    <>
      {stap === REGISTRATION_COMPLETED ? <CompleteFirst trajectory={trajectory} /> : null}
      <RecordForm trajectory={trajectory} chosen={stap} />
    </>
  )
}

/** What was left open during a call stands in the registration: that is put right first. */
function CompleteFirst({ trajectory }: { readonly trajectory: Trajectory }) {
  const { route, id } = trajectory
  const entry = trajectory.timeline.find(
    ({ type, may }) => type === REGISTERED && may === 'correct',
  )
  if (!entry) return null
  return (
    <Alert tone="info" title="Vul eerst de aanmelding aan.">
      <p>
        Wat bij het telefoontje openbleef, staat in de aanmelding als onbekend.{' '}
        <Link
          to="/trajecten/$route/$id/vastleggen"
          params={{ route, id }}
          search={{ verbeter: entry.id }}
          className="nl-link"
        >
          Verbeter de aanmelding
        </Link>
        . Leg daarna hier vast dat zij is aangevuld.
      </p>
    </Alert>
  )
}
