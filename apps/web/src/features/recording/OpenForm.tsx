import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Step } from '@tijdig/server/contract'
import { Button, Heading } from '@tijdig/ui'
import { useState } from 'react'
import { openTrajectory } from '../../api/access.ts'
import { today } from '../../clocks/today.ts'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { tell } from '../../shell/told.ts'
import { Refused } from './Refused.tsx'
import { Restored, StepFields } from './StepFields.tsx'
import { eventOf, wrongIn } from './step-draft.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  readonly route: string
  readonly step: Step
}

/** The step by which a trajectory begins. */
export function OpenForm({ route, step }: Props) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Wrong>({})
  const { draft, restored, change, done, startAnew } = useDraft(
    `${route}/nieuw/${step.type}`,
    () => ({ validOn: today(), values: {} }),
  )
  const make = useMutation({
    mutationFn: () => openTrajectory({ route, events: [eventOf(step, draft)], key: draft.key }),
    onSuccess: async ({ id }) => {
      done()
      await client.invalidateQueries({ queryKey: ['trajectories'] })
      await client.invalidateQueries({ queryKey: ['work'] })
      tell(
        `Begonnen: traject ${id}. Leg bij Gezin vast om wie het gaat.`,
        `/trajecten/${route}/${id}`,
      )
      await navigate({ to: '/trajecten/$route/$id', params: { route, id } })
    },
  })
  const send = () => {
    const found = wrongIn(step, draft)
    setWrong(found)
    if (!focusWrong(found) && !make.isPending) make.mutate()
  }
  return (
    <form
      className="tijdig-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Heading level={2}>{step.label}</Heading>
      {restored ? <Restored onStartAnew={startAnew} /> : null}
      <StepFields step={step} draft={draft} wrong={wrong} onChange={change} />
      {make.isError ? <Refused error={make.error} busy={make.isPending} onSend={send} /> : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={make.isPending}>
          {make.isPending ? 'Bezig met beginnen' : 'Traject beginnen'}
        </Button>
      </div>
    </form>
  )
}
