import type { Delivery } from '@tijdig/server/contract'
import { dayInWords, formatCount, Heading, Icon } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { apiAddress } from '../../api/client.ts'
import { verifyDelivery } from '../../api/deliveries.ts'
import { dayOf } from '../../clocks/asked.ts'
import { Verification } from '../reports/Verification.tsx'

interface Props {
  readonly delivery: Delivery
}

const FILES = [
  { file: 'report.html', name: 'Lees de levering', kind: 'webpagina' },
  { file: 'report.pdf', name: 'Levering als PDF', kind: 'toegankelijke PDF' },
  { file: 'figures.csv', name: 'Cijfers als CSV', kind: 'voor een rekenblad' },
  { file: 'figures.json', name: 'Cijfers als JSON', kind: 'voor een programma' },
] as const

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
      <section className="tijdig-section tijdig-not-printed" aria-labelledby="lezen">
        <Heading level={2} id="lezen">
          Lezen en downloaden
        </Heading>
        <ul className="tijdig-delivery__files">
          {FILES.map(({ file, name, kind }) => (
            <li key={file}>
              <a className="nl-link" href={apiAddress(`deliveries/${delivery.number}/${file}`)}>
                <Icon name="document" /> {name}
              </a>{' '}
              <span className="tijdig-muted">({kind})</span>
            </li>
          ))}
        </ul>
      </section>
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
