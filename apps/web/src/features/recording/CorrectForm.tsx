import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Step, TimelineEntry, Trajectory } from '@tijdig/server/contract'
import { Button, dayInWords } from '@tijdig/ui'
import { useState } from 'react'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { useViewSearch } from '../programmes/use-view-search.ts'
import { Refused } from './Refused.tsx'
import { Restored, StepFields } from './StepFields.tsx'
import { DAY_ID, draftOf, eventOf, isSameDraft, wordsOf, wrongIn } from './step-draft.ts'
import { useDraft } from './use-draft.ts'
import { tellRecorded, useRecording } from './use-recording.ts'
import { WHY_ID, WhyField, wrongWhy } from './WhyField.tsx'

interface Props {
  readonly trajectory: Trajectory
  readonly entry: TimelineEntry
  readonly step: Step
}

/** What was recorded earlier, written anew beside what stands there, with the reason. */
export function CorrectForm({ trajectory, entry, step }: Props) {
  const { route, id } = trajectory
  const navigate = useNavigate()
  const view = useViewSearch()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Wrong>({})
  const before = draftOf(step, entry)
  const { draft, restored, change, done, startAnew } = useDraft(
    `${route}/${id}/verbeter/${entry.id}`,
    () => before,
  )
  const why = draft.values[WHY_ID] ?? ''
  const record = useRecording(trajectory, async (event) => {
    done()
    const text = `Verbeterd: ${step.label}, ${dayInWords(draft.validOn)}.`
    const told = { event, validOn: draft.validOn, text }
    tellRecorded(client, trajectory, told, eventOf(step, before))
    await navigate({ to: '/trajecten/$route/$id', params: { route, id }, search: view })
  })
  const send = () => {
    const missing = { ...wrongIn(step, draft), ...wrongWhy(why) }
    const found: Wrong = isSameDraft(step, draft, before)
      ? { [DAY_ID]: 'U hebt nog niets veranderd.', ...missing }
      : missing
    setWrong(found)
    if (!focusWrong(found) && !record.isPending)
      record.mutate({ ...eventOf(step, draft), id: draft.key, supersedes: entry.id, why })
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
      <p>
        U verbetert: <strong>{entry.label}</strong>. Wat er stond, blijft te zien, doorgestreept.
      </p>
      {restored ? <Restored onStartAnew={startAnew} /> : null}
      <StepFields
        step={step}
        draft={draft}
        wrong={wrong}
        onChange={change}
        was={{ day: dayInWords(entry.validOn), values: wordsOf(step, entry) }}
      />
      <WhyField
        value={why}
        error={wrong[WHY_ID]}
        onChange={(chosen) => change({ values: { ...draft.values, [WHY_ID]: chosen } })}
      />
      {record.isError ? (
        <Refused error={record.error} busy={record.isPending} onSend={send} />
      ) : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={record.isPending}>
          {record.isPending ? 'Bezig met vastleggen' : 'Verbetering vastleggen'}
        </Button>
      </div>
    </form>
  )
}
