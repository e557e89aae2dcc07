import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { GlassForm } from './GlassForm.tsx'

const page = getRouteApi('/noodtoegang')

/** Seeing a trajectory to which one's organisation is not party, because it cannot wait. */
export function GlassPage() {
  const search = page.useSearch()
  const { may } = useSession()
  const routes = useQuery(routesQuery)
  const open = routes.data?.filter(({ code }) => may.routes[code]?.breakGlass) ?? []
  return (
    <>
      <PageTitle
        title="Noodtoegang"
        lead="Alleen als u een traject nú moet zien, omdat een kind anders gevaar loopt."
      />
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>De pagina wordt opgehaald.</Loading>
          <Skeleton shape="block" />
        </>
      ) : open.length === 0 ? (
        <EmptyState title="Noodtoegang is niet voor uw rol.">
          <p>Bel de organisatie die het gezin helpt. Is er direct gevaar, bel dan 112.</p>
        </EmptyState>
      ) : (
        <GlassForm routes={open} route={search.route} trajectory={search.traject} />
      )}
    </>
  )
}
