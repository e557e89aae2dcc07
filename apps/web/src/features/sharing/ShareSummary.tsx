import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Organisation, Trajectory } from '@tijdig/server/contract'
import { Alert, Button, capital, dayInWords, Heading } from '@tijdig/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { share } from '../../api/access.ts'
import { Failed } from '../../shell/Failed.tsx'
import { tell } from '../../shell/told.ts'
import { fieldNames } from '../trajectory/field-names.ts'
import { ANSWERS, orderOf, REASONS, type ShareDraft } from './share-draft.ts'

interface Props {
  readonly trajectory: Trajectory
  readonly draft: ShareDraft
  readonly organisation: Organisation
  readonly onBack: () => void
}

/** All that is about to be shared, before it is. */
export function ShareSummary({ trajectory, draft, organisation, onBack }: Props) {
  const { route, id, shareable } = trajectory
  const navigate = useNavigate()
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const refused = draft.answer === 'refused'
  const send = useMutation({
    mutationFn: () => share(route, id, orderOf(draft)),
    onSuccess: async ({ shared }) => {
      await client.invalidateQueries({ queryKey: ['trajectory', route, id] })
      tell(
        shared
          ? `Gedeeld met ${organisation.name}, tot en met ${dayInWords(draft.until)}.`
          : 'Vastgelegd dat het gezin geen toestemming gaf. Er is niets gedeeld.',
        `/trajecten/${route}/${id}`,
      )
      await navigate({ to: '/trajecten/$route/$id', params: { route, id } })
    },
  })
  return (
    <section className="tijdig-section" aria-labelledby="controle">
      <Heading level={2} id="controle" ref={heading} tabIndex={-1}>
        Klopt dit?
      </Heading>
      <dl className="tijdig-facts tijdig-share__facts">
        <Fact label="Traject">{id}</Fact>
        <Fact label="Organisatie">
          {organisation.name} ({organisation.kindLabel})
        </Fact>
        <Fact label="Gegevens">
          {capital(fieldNames(shareable.filter(({ code }) => draft.fields.includes(code))))}
        </Fact>
        <Fact label="Tot en met">{dayInWords(draft.until)}</Fact>
        <Fact label="Toestemming van het gezin">
          {draft.answer === '' ? null : capital(ANSWERS[draft.answer])}
          {draft.answer === 'not-needed' ? `, want ${REASONS[draft.reason]}` : null}
        </Fact>
      </dl>
      {refused ? (
        <Alert tone="warning" title="Er wordt niets gedeeld.">
          Alleen dat u om toestemming vroeg en dat het gezin die niet gaf, wordt vastgelegd.
        </Alert>
      ) : (
        <p className="tijdig-involved__text">
          {organisation.name} ziet deze gegevens van traject {id} meteen nadat u ze deelt, ook wat
          er later nog bij komt.
        </p>
      )}
      {send.isError ? <Failed error={send.error} /> : null}
      <div className="tijdig-actions">
        <Button
          purpose="primary"
          busy={send.isPending}
          onClick={() => send.isPending || send.mutate()}
        >
          {refused ? 'Leg de weigering vast' : 'Deel deze gegevens'}
        </Button>
        <Button purpose="secondary" onClick={() => send.isPending || onBack()}>
          Terug, pas aan
        </Button>
      </div>
    </section>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
