import { useQuery } from '@tanstack/react-query'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { CallForm } from './CallForm.tsx'
import { callStepOf } from './call.ts'
import './recording.css'

/** A registration that is taken while somebody is on the telephone. */
export function CallPage() {
  const routes = useQuery(routesQuery)
  const call = callStepOf(routes.data ?? [])
  return (
    <>
      <PageTitle
        title="Aanmelding aan de telefoon"
        lead="Kies wat u hoort. Wat u niet weet, laat u staan op onbekend: dat vraagt u later."
      />
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>Het formulier wordt opgehaald.</Loading>
          <Skeleton shape="block" count={2} />
        </>
      ) : call === undefined ? (
        <EmptyState title="U neemt geen aanmeldingen aan.">
          <p>Dat hoort niet bij uw rol of uw organisatie.</p>
        </EmptyState>
      ) : (
        <CallForm route={call.route} step={call.step} />
      )}
    </>
  )
}
