import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Step } from '@tijdig/server/contract'
import { Button, ChoiceGroup, capital } from '@tijdig/ui'
import { openTrajectory } from '../../api/access.ts'
import { today } from '../../clocks/today.ts'
import { tell } from '../../shell/told.ts'
import { callOf, freshCall, openIn, UNKNOWN } from './call.ts'
import { Refused } from './Refused.tsx'
import { Restored } from './StepFields.tsx'
import { fieldId } from './step-draft.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  readonly route: string
  readonly step: Step
}

/** All choices in sight, so that one can listen and choose; nothing has to be typed. */
export function CallForm({ route, step }: Props) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { draft, restored, change, done, startAnew } = useDraft(`${route}/bellen`, () =>
    freshCall(step, today()),
  )
  const open = openIn(step, draft)
  const make = useMutation({
    mutationFn: () => openTrajectory(callOf(route, step, draft)),
    onSuccess: async ({ id }) => {
      done()
      await client.invalidateQueries({ queryKey: ['trajectories'] })
      await client.invalidateQueries({ queryKey: ['work'] })
      const later = open.length === 0 ? '' : ` Nog te vragen: ${open.join(', ').toLowerCase()}.`
      tell(
        `Aangemeld onder nummer ${id}.${later} Leg bij Gezin vast wie er belde.`,
        `/trajecten/${route}/${id}`,
      )
      await navigate({ to: '/trajecten/$route/$id', params: { route, id }, hash: 'gezin' })
    },
  })
  const send = () => make.isPending || make.mutate()
  return (
    <form
      className="tijdig-form tijdig-call"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {restored ? <Restored onStartAnew={startAnew} /> : null}
      {step.fields.map((field) => (
        <ChoiceGroup
          key={field.code}
          id={fieldId(field.code)}
          legend={field.required ? field.label : `${field.label} (hoeft niet)`}
          {...(field.help === null ? {} : { hint: field.help })}
          single
          options={choicesOf(field)}
          chosen={[draft.values[field.code] ?? '']}
          onChange={([value = '']) => change({ values: { ...draft.values, [field.code]: value } })}
        />
      ))}
      {make.isError ? <Refused error={make.error} busy={make.isPending} onSend={send} /> : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={make.isPending}>
          {make.isPending ? 'Bezig met aanmelden' : 'Aanmelden'}
        </Button>
      </div>
      <p role="status">
        {open.length === 0
          ? 'Alles is gevraagd.'
          : `Nog te vragen, binnen twee werkdagen: ${open.join(', ').toLowerCase()}.`}
      </p>
    </form>
  )
}

/** What is not known first: there one begins. */
function choicesOf({ choices, required }: Step['fields'][number]) {
  const known = choices.filter(({ code }) => code !== UNKNOWN)
  const isOpen = known.length < choices.length
  return [
    ...(isOpen ? [{ value: UNKNOWN, label: 'Onbekend, nog vragen' }] : []),
    ...(required ? [] : [{ value: '', label: 'Niet ingevuld' }]),
    ...known.map(({ code, label }) => ({ value: code, label: capital(label) })),
  ]
}
