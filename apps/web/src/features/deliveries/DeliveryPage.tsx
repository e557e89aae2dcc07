import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { monthInWords } from '@tijdig/ui'
import { deliveryQuery } from '../../api/deliveries.ts'
import { routesQuery } from '../../api/queries.ts'
import { DeliveryChanges } from './DeliveryChanges.tsx'
import { DeliveryFrame } from './DeliveryFrame.tsx'
import { DeliveryHead, DeliveryProof } from './DeliveryProof.tsx'
import { DeliveryTables } from './DeliveryTables.tsx'
import { normIndicators } from './delivery-tables.ts'

const page = getRouteApi('/leveringen/$number')

/** One delivery: its figures, what changed since the one before, and what it rests on. */
export function DeliveryPage() {
  const { number } = page.useParams()
  const { cijfer } = page.useSearch()
  const navigate = page.useNavigate()
  const found = useQuery(deliveryQuery(number))
  const routes = useQuery(routesQuery)
  const delivery = found.data
  const indicators = normIndicators(routes.data?.find(({ code }) => code === delivery?.route))
  const failed = found.isError ? found : routes.isError ? routes : undefined
  return (
    <DeliveryFrame
      title={delivery ? `Levering over ${monthInWords(delivery.month)}` : `Levering ${number}`}
      lead={
        delivery
          ? `Van ${delivery.institution.name} aan ${delivery.receiver.name}. Aantallen zijn afgerond op vijf, zodat niemand te herkennen is.`
          : ' '
      }
      failed={failed}
      busy={delivery === undefined || indicators === undefined}
    >
      {delivery && indicators ? (
        <>
          <DeliveryHead delivery={delivery} />
          <DeliveryChanges
            changes={delivery.changes}
            indicators={indicators}
            chosen={cijfer}
            isRounded
            onChoose={(key) =>
              navigate({ search: { cijfer: key }, resetScroll: false, replace: true })
            }
          />
          <DeliveryTables
            figures={delivery.figureRows}
            month={delivery.month}
            indicators={indicators}
          />
          <DeliveryProof delivery={delivery} />
        </>
      ) : null}
    </DeliveryFrame>
  )
}
