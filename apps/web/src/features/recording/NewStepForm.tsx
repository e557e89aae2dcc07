import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Step, Trajectory } from '@tijdig/server/contract'
import { Button, dayInWords } from '@tijdig/ui'
import { useState } from 'react'
import { today } from '../../clocks/today.ts'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { useViewSearch } from '../programmes/use-view-search.ts'
import { Refused } from './Refused.tsx'
import { Restored, StepFields } from './StepFields.tsx'
import { eventOf, wrongIn } from './step-draft.ts'
import { useDraft } from './use-draft.ts'
import { tellRecorded, useRecording } from './use-recording.ts'

interface Props {
  readonly trajectory: Trajectory
  readonly step: Step
}

/** A step that was taken: which day, and what belongs to it. */
export function NewStepForm({ trajectory, step }: Props) {
  const { route, id } = trajectory
  const navigate = useNavigate()
  const view = useViewSearch()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Wrong>({})
  const { draft, restored, change, done, startAnew } = useDraft(
    `${route}/${id}/${step.type}`,
    () => ({ validOn: today(), values: {} }),
  )
  const record = useRecording(trajectory, async (event) => {
    done()
    const text = `Vastgelegd: ${step.label}, ${dayInWords(draft.validOn)}.`
    tellRecorded(client, trajectory, { event, validOn: draft.validOn, text })
    await navigate({ to: '/trajecten/$route/$id', params: { route, id }, search: view })
  })
  const send = () => {
    const found = wrongIn(step, draft)
    setWrong(found)
    if (!focusWrong(found) && !record.isPending)
      record.mutate({ ...eventOf(step, draft), id: draft.key })
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
      {restored ? <Restored onStartAnew={startAnew} /> : null}
      <StepFields step={step} draft={draft} wrong={wrong} onChange={change} />
      {record.isError ? (
        <Refused error={record.error} busy={record.isPending} onSend={send} />
      ) : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={record.isPending}>
          {record.isPending ? 'Bezig met vastleggen' : 'Vastleggen'}
        </Button>
      </div>
    </form>
  )
}
