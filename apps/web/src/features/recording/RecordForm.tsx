import { useNavigate } from '@tanstack/react-router'
import type { Step, Trajectory } from '@tijdig/server/contract'
import { SelectField } from '@tijdig/ui'
import { useState } from 'react'
import { NewStepForm } from './NewStepForm.tsx'

interface Props {
  readonly trajectory: Trajectory
  /** The step that was chosen before. */
  readonly chosen: string | undefined
}

/** What happened, on which day, and what belongs to it. */
export function RecordForm({ trajectory, chosen }: Props) {
  const navigate = useNavigate({ from: '/trajecten/$route/$id/vastleggen' })
  // As it was when the form was opened: what others record meanwhile takes nothing away.
  const [start] = useState(trajectory)
  const step = start.steps.find(({ type }) => type === chosen)
  return (
    <div className="tijdig-form">
      <StepChoice
        steps={start.steps}
        value={step?.type ?? ''}
        onChange={(stap) =>
          navigate({ search: (before) => ({ ...before, stap }), replace: true, resetScroll: false })
        }
      />
      {step === undefined ? null : <NewStepForm key={step.type} trajectory={start} step={step} />}
    </div>
  )
}

interface ChoiceProps {
  readonly steps: readonly Step[]
  readonly value: string
  readonly onChange: (type: string | undefined) => void
}

/** Which step: only those that are possible now. */
export function StepChoice({ steps, value, onChange }: ChoiceProps) {
  return (
    <SelectField
      id="stap"
      label="Wat gebeurde er?"
      value={value}
      options={[
        { value: '', label: 'Kies' },
        ...steps.map((one) => ({ value: one.type, label: one.label })),
      ]}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    />
  )
}
