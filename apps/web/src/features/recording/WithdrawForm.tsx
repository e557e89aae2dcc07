import { useNavigate } from '@tanstack/react-router'
import type { TimelineEntry, Trajectory } from '@tijdig/server/contract'
import { Button, dayInWords } from '@tijdig/ui'
import { useState } from 'react'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { tell } from '../../shell/told.ts'
import { useViewSearch } from '../programmes/use-view-search.ts'
import { makeKey } from './make-key.ts'
import { Refused } from './Refused.tsx'
import { useRecording } from './use-recording.ts'
import { WHY_ID, WhyField, wrongWhy } from './WhyField.tsx'
import { wayToProgramme } from './way-to-programme.tsx'

interface Props {
  readonly trajectory: Trajectory
  readonly entry: TimelineEntry
}

/** Something that did not happen, or not here: it counts no longer, and stays to be seen. */
export function WithdrawForm({ trajectory, entry }: Props) {
  const { route, id } = trajectory
  const navigate = useNavigate()
  const view = useViewSearch()
  const [why, setWhy] = useState('')
  const [key] = useState(makeKey)
  const [wrong, setWrong] = useState<Wrong>({})
  const record = useRecording(trajectory, async () => {
    const text = `Ingetrokken: ${entry.label}, ${dayInWords(entry.validOn)}.`
    tell(text, `/trajecten/${route}/${id}`, undefined, wayToProgramme(trajectory))
    await navigate({ to: '/trajecten/$route/$id', params: { route, id }, search: view })
  })
  const send = () => {
    const found = wrongWhy(why)
    setWrong(found)
    if (focusWrong(found) || record.isPending) return
    const { id: supersedes, validOn } = entry
    record.mutate({ id: key, type: 'retracted', supersedes, validOn, why })
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
      <p>Dit telt daarna niet meer mee. Het blijft te zien, doorgestreept.</p>
      <dl className="tijdig-facts tijdig-share__facts">
        {[
          { label: 'Wat', value: entry.label },
          { label: 'Gebeurd op', value: dayInWords(entry.validOn) },
          ...entry.details,
        ].map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <WhyField value={why} error={wrong[WHY_ID]} onChange={setWhy} />
      {record.isError ? (
        <Refused error={record.error} busy={record.isPending} onSend={send} />
      ) : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" hint="negative" busy={record.isPending}>
          {record.isPending ? 'Bezig met intrekken' : 'Intrekken'}
        </Button>
      </div>
    </form>
  )
}
