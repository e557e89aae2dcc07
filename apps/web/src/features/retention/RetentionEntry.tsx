import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RetentionList } from '@tijdig/server/contract'
import { dayInWords } from '@tijdig/ui'
import { type DestructionStep, decideDestruction } from '../../api/retention.ts'
import { dayOf } from '../../clocks/asked.ts'
import { ConfirmButton } from '../../shell/ConfirmButton.tsx'

type Line = RetentionList['lines'][number]

/** One file: until when it is kept and why, and the step that may be taken now. */
export function RetentionEntry({ line }: { readonly line: Line }) {
  const { route, id, endsOn, why, source, rule } = line
  return (
    <li>
      <h3>
        <Link to="/trajecten/$route/$id" params={{ route, id }} className="nl-link">
          Traject {id}
        </Link>
      </h3>
      <p>{stateInWords(line)}</p>
      <p className="tijdig-muted">
        Bewaard tot en met {dayInWords(endsOn)}: {why} ({rule}, {source}).
      </p>
      <Steps line={line} />
    </li>
  )
}

function Steps({ line }: { readonly line: Line }) {
  const { id, mayPropose, mayWithdraw, mayDestroy } = line
  const propose = useStep(line, 'propose')
  const withdraw = useStep(line, 'withdraw')
  const destroy = useStep(line, 'destroy')
  if (!mayPropose && !mayWithdraw && !mayDestroy) return null
  return (
    <div className="tijdig-actions tijdig-not-printed">
      {mayPropose ? (
        <ConfirmButton
          label="Vernietigen voorstellen"
          name={`Vernietigen voorstellen: traject ${id}`}
          title={`Voorstellen om traject ${id} te vernietigen?`}
          yes="Ja, stel het voor"
          action={propose}
        >
          <p>Er verdwijnt nog niets. Een collega moet eerst kijken of het klopt.</p>
        </ConfirmButton>
      ) : null}
      {mayDestroy ? (
        <ConfirmButton
          label="Vernietigen"
          name={`Vernietigen: traject ${id}`}
          title={`Vernietigen wie het gezin van traject ${id} was?`}
          yes="Ja, vernietig het"
          action={destroy}
        >
          <p>
            Namen, adressen, nummers en notities verdwijnen voor altijd, ook uit reservekopieën. Wat
            er in het traject gebeurde, blijft staan zonder namen; cijfers en rapporten veranderen
            niet.
          </p>
        </ConfirmButton>
      ) : null}
      {mayWithdraw ? (
        <ConfirmButton
          label="Voorstel intrekken"
          name={`Voorstel intrekken: traject ${id}`}
          title={`Het voorstel voor traject ${id} intrekken?`}
          yes="Ja, trek het in"
          action={withdraw}
        >
          <p>Het dossier blijft bewaard. Iemand kan het later opnieuw voorstellen.</p>
        </ConfirmButton>
      ) : null}
    </div>
  )
}

function useStep({ route, id }: Line, step: DestructionStep) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => decideDestruction(route, id, step),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['retention', route] }),
        client.invalidateQueries({ queryKey: ['family', route, id] }),
      ]),
  })
}

function stateInWords({
  state,
  proposedBy,
  proposedAt,
  destroyedOn,
  mayWithdraw,
  mayDestroy,
}: Line) {
  switch (state) {
    case 'kept':
      return 'Blijft nog bewaard.'
    case 'due':
      return 'De bewaartermijn is voorbij.'
    case 'proposed': {
      const who = `${proposedBy ?? 'Iemand'} stelde op ${dayInWords(dayOf(proposedAt ?? ''))} voor dit te vernietigen.`
      return mayWithdraw && !mayDestroy ? `${who} Een ander moet beslissen.` : who
    }
    case 'destroyed':
      return `Vernietigd op ${dayInWords(destroyedOn ?? '')}.`
  }
}
