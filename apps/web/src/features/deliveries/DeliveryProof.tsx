import type { Delivery } from '@tijdig/server/contract'
import { dayInWords, formatCount } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { verifyDelivery } from '../../api/deliveries.ts'
import { dayOf } from '../../clocks/asked.ts'
import { ReportFiles } from '../reports/ReportFiles.tsx'
import { Verification } from '../reports/Verification.tsx'

interface Props {
  readonly delivery: Delivery
}

/** Of when a delivery is, and where to read it whole. */
export function DeliveryHead({ delivery }: Props) {
  return (
    <>
      <Facts
        facts={[
          ['Stand op', dayInWords(delivery.cutOff)],
          ['Zoals bekend op', dayInWords(dayOf(delivery.knownAt))],
          ['Gemaakt op', dayInWords(dayOf(delivery.madeAt))],
          ['Nummer', formatCount(delivery.number)],
        ]}
      />
      <ReportFiles of={`deliveries/${delivery.number}`} what="de levering" name="Levering" />
    </>
  )
}

/** What a delivery rests on, and whether it still holds. */
export function DeliveryProof({ delivery }: Props) {
  return (
    <>
      <Verification verify={() => verifyDelivery(delivery.number)} what="een levering" />
      <Facts
        facts={[
          ['Gelezen tot en met', `regel ${formatCount(delivery.position)} van het logboek`],
          [
            'Kenmerk van het logboek',
            <code key="hash" className="tijdig-delivery__hash">
              {delivery.logHash}
            </code>,
          ],
        ]}
      />
    </>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="tijdig-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
