import type { PublicationLine } from '@tijdig/server/contract'
import { Alert, dayInWords, Heading, Paragraph } from '@tijdig/ui'
import { dayOf } from '../../clocks/asked.ts'
import { useSession } from '../../session/session-context.ts'
import { publicAddress } from './audience-words.ts'
import { WithdrawButton } from './WithdrawButton.tsx'

/** Where everybody can read a publication, or that it was taken from there. */
export function PublicPlace({ publication }: { readonly publication: PublicationLine }) {
  const { may } = useSession()
  const address = publicAddress(publication)
  if (address === undefined) return null
  const { withdrawn } = publication
  return (
    <section className="tijdig-section tijdig-not-printed" aria-labelledby="openbaar">
      <Heading level={2} id="openbaar">
        Openbaar archief
      </Heading>
      {withdrawn ? (
        <Alert tone="warning" title={`Ingetrokken op ${dayInWords(dayOf(withdrawn.at))}.`}>
          <p>De reden: {withdrawn.reason}</p>
          <p>
            Onder het{' '}
            <a className="nl-link" href={address}>
              openbare adres
            </a>{' '}
            staat nu alleen nog dat. Wie inlogt, kan het rapport hier blijven lezen.
          </p>
        </Alert>
      ) : (
        <>
          <Paragraph>
            Iedereen kan dit rapport lezen, zonder in te loggen:{' '}
            <a className="nl-link" href={address}>
              bekijk het in het openbare archief
            </a>
            .
          </Paragraph>
          {may.routes[publication.route]?.publish ? (
            <WithdrawButton publication={publication} />
          ) : null}
        </>
      )}
    </section>
  )
}
