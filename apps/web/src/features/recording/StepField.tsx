import type { Step } from '@tijdig/server/contract'
import { capital, SelectField, TextField } from '@tijdig/ui'
import { fieldId } from './step-draft.ts'

interface Props {
  readonly field: Step['fields'][number]
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** One field of a step: a choice where there are choices, else something to type. */
export function StepField({ field, value, error, onChange }: Props) {
  const shared = {
    id: fieldId(field.code),
    label: field.required ? field.label : `${field.label} (hoeft niet)`,
    value,
    error,
    onChange,
  }
  const choices =
    field.kind === 'boolean'
      ? [
          { code: 'ja', label: 'ja' },
          { code: 'nee', label: 'nee' },
        ]
      : field.choices
  if (choices.length === 0) return <TextField {...shared} />
  return (
    <SelectField
      {...shared}
      options={[
        { value: '', label: field.required ? 'Kies' : 'Niet ingevuld' },
        ...choices.map(({ code, label }) => ({ value: code, label: capital(label) })),
      ]}
    />
  )
}
