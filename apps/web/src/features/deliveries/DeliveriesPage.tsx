import { useQuery } from '@tanstack/react-query'
import { Heading, Loading, Skeleton } from '@tijdig/ui'
import { deliveriesQuery } from '../../api/deliveries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { Awaited } from './Awaited.tsx'
import { DeliveryList } from './DeliveryList.tsx'
import './deliveries.css'

/** What one's organisation delivers each month, or gets: what comes next, and what was delivered. */
export function DeliveriesPage() {
  const found = useQuery(deliveriesQuery)
  return (
    <>
      <PageTitle
        title="Leveringen"
        lead="Elke maand gaan de cijfers over de normen vanzelf naar de accounthoudende gemeente. Een levering verandert nooit meer; de volgende zegt wat er anders is."
      />
      {found.isError ? (
        <Failed error={found.error} onRetry={() => found.refetch()} />
      ) : found.isPending ? (
        <>
          <Loading>De leveringen worden opgehaald.</Loading>
          <Skeleton shape="block" />
          <Skeleton shape="row" count={4} />
        </>
      ) : (
        <>
          <section className="tijdig-section" aria-labelledby="volgende">
            <Heading level={2} id="volgende">
              De volgende levering
            </Heading>
            {found.data.awaited.map((each) => (
              <Awaited key={`${each.delivery} ${each.institution.code}`} awaited={each} />
            ))}
          </section>
          <section className="tijdig-section" aria-labelledby="geleverd">
            <Heading level={2} id="geleverd">
              Geleverd
            </Heading>
            <DeliveryList lines={found.data.lines} />
          </section>
        </>
      )}
    </>
  )
}
