import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { NewEvent, Trajectory } from '@tijdig/server/contract'
import { Button, dayInWords, SelectField, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { recordEvent } from '../../api/access.ts'
import { today } from '../../clocks/today.ts'
import { Failed } from '../../shell/Failed.tsx'
import { focusWrong, type Wrong } from '../../shell/focus-wrong.ts'
import { tell } from '../../shell/told.ts'
import { StepField } from './StepField.tsx'
import { DAY_ID, eventOf, fieldId, wrongIn } from './step-draft.ts'

interface Props {
  readonly trajectory: Trajectory
  /** The step that was chosen before. */
  readonly chosen: string | undefined
}

/** What happened, on which day, and what belongs to it: made from the definition of the step. */
export function RecordForm({ trajectory, chosen }: Props) {
  const { route, id, steps } = trajectory
  const navigate = useNavigate()
  const client = useQueryClient()
  const [type, setType] = useState(() =>
    steps.some((one) => one.type === chosen) ? (chosen ?? '') : '',
  )
  const [validOn, setValidOn] = useState(today)
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [wrong, setWrong] = useState<Wrong>({})
  const step = steps.find((one) => one.type === type)
  const record = useMutation({
    mutationFn: (event: NewEvent) => recordEvent(route, id, event),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['trajectory', route, id] })
      await client.invalidateQueries({ queryKey: ['trajectories'] })
      await client.invalidateQueries({ queryKey: ['work'] })
      tell(`Vastgelegd: ${step?.label}, ${dayInWords(validOn)}.`, `/trajecten/${route}/${id}`)
      await navigate({ to: '/trajecten/$route/$id', params: { route, id } })
    },
  })
  const send = () => {
    const found: Wrong =
      step === undefined ? { stap: 'Kies wat er gebeurde.' } : wrongIn(step, { validOn, values })
    setWrong(found)
    if (!focusWrong(found) && step !== undefined && !record.isPending)
      record.mutate(eventOf(step, { validOn, values }))
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
      <SelectField
        id="stap"
        label="Wat gebeurde er?"
        value={type}
        error={wrong.stap}
        options={[
          { value: '', label: 'Kies' },
          ...steps.map((one) => ({ value: one.type, label: one.label })),
        ]}
        onChange={(chosen) => {
          setType(chosen)
          setValues({})
          setWrong({})
        }}
      />
      <TextField
        id={DAY_ID}
        type="date"
        label="Op welke dag?"
        hint="De dag waarop het gebeurde. Dat u het vandaag vastlegt, wordt apart bewaard."
        error={wrong[DAY_ID]}
        value={validOn}
        onChange={setValidOn}
      />
      {step?.fields.map((field) => (
        <StepField
          key={`${type}/${field.code}`}
          field={field}
          value={values[field.code] ?? ''}
          error={wrong[fieldId(field.code)]}
          onChange={(value) => setValues({ ...values, [field.code]: value })}
        />
      ))}
      {record.isError ? <Failed error={record.error} /> : null}
      <div className="tijdig-actions">
        <Button type="submit" purpose="primary" busy={record.isPending}>
          {record.isPending ? 'Bezig met vastleggen' : 'Vastleggen'}
        </Button>
      </div>
    </form>
  )
}
