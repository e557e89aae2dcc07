import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, dayInWords, monthInWords } from '@tijdig/ui'
import { deliveryNowQuery } from '../../api/deliveries.ts'
import { routesQuery } from '../../api/queries.ts'
import { dayOf } from '../../clocks/asked.ts'
import { DeliveryChanges } from './DeliveryChanges.tsx'
import { DeliveryFrame } from './DeliveryFrame.tsx'
import { DeliveryTables } from './DeliveryTables.tsx'
import { normIndicators } from './delivery-tables.ts'

const page = getRouteApi('/leveringen/nu/$delivery')

/** The next delivery as it would be now. It is not made: a correction shows here at once. */
export function DeliveryNowPage() {
  const { delivery } = page.useParams()
  const { cijfer } = page.useSearch()
  const navigate = page.useNavigate()
  const found = useQuery(deliveryNowQuery(delivery))
  const routes = useQuery(routesQuery)
  const now = found.data
  const indicators = normIndicators(routes.data?.find(({ code }) => code === now?.route))
  const failed = found.isError ? found : routes.isError ? routes : undefined
  const isRounded = now?.figureRows.some(({ shown }) => shown.kind === 'rounded') ?? false
  return (
    <DeliveryFrame
      title="Zoals het er nu voor staat"
      lead={
        now
          ? `De levering over ${monthInWords(now.month)}, van ${now.institution.name} aan ${now.receiver.name}. Stand op ${dayInWords(now.cutOff)}.`
          : ' '
      }
      failed={failed}
      busy={now === undefined || indicators === undefined}
    >
      {now && indicators ? (
        <>
          <Alert tone="info" title="Dit is nog niet geleverd.">
            <p>
              Wat nu wordt vastgelegd of verbeterd, telt hier meteen mee. De levering wordt gemaakt
              op {dayInWords(now.dueOn)}.{' '}
              {isRounded
                ? 'Aantallen zijn afgerond op vijf.'
                : 'U ziet hier de precieze aantallen. In de levering worden die afgerond op vijf.'}
            </p>
          </Alert>
          <DeliveryTables
            figures={now.figureRows}
            month={now.month}
            indicators={indicators}
            goesOn={dayOf(now.knownAt).startsWith(now.month)}
          />
          <DeliveryChanges
            changes={now.changes}
            indicators={indicators}
            chosen={cijfer}
            isRounded={isRounded}
            onChoose={(key) =>
              navigate({ search: { cijfer: key }, resetScroll: false, replace: true })
            }
          />
        </>
      ) : null}
    </DeliveryFrame>
  )
}
