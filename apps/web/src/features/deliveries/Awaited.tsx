import { Link } from '@tanstack/react-router'
import type { AwaitedDelivery } from '@tijdig/server/contract'
import { Alert, dayInWords, monthInWords } from '@tijdig/ui'
import { dayOf } from '../../clocks/asked.ts'

/** The delivery that comes next: when it is made, whether that failed, and how it stands now. */
export function Awaited({ awaited }: { readonly awaited: AwaitedDelivery }) {
  const { institution, receiver, month, dueOn, isDue, isOwn, failed } = awaited
  const about = `De levering over ${monthInWords(month)}`
  return (
    <div className="tijdig-delivery__next">
      <p>
        {about}, van {institution.name} aan {receiver.name}
        {isDue
          ? `, had op ${dayInWords(dueOn)} klaar moeten zijn.`
          : `, wordt vanzelf gemaakt op ${dayInWords(dueOn)}.`}
      </p>
      {failed ? (
        <Alert tone="warning" title={`${about} is nog niet gelukt.`}>
          <p>
            {failed.tries === 1
              ? 'Het is één keer geprobeerd'
              : `Het is ${failed.tries} keer geprobeerd`}
            , voor het laatst op {dayInWords(dayOf(failed.at))}. Tijdig probeert het vanzelf
            opnieuw. Staat dit hier morgen nog, geef het dan door aan wie de server beheert.
          </p>
        </Alert>
      ) : isDue ? (
        <p className="tijdig-muted">Tijdig maakt haar nu. Kijk over een paar minuten opnieuw.</p>
      ) : null}
      {isOwn ? (
        <p>
          <Link
            to="/leveringen/nu/$delivery"
            params={{ delivery: awaited.delivery }}
            className="nl-link"
          >
            Bekijk hoe het er nu voor staat
          </Link>
        </p>
      ) : null}
    </div>
  )
}
