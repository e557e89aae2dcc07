import { PARTY_EVENTS } from '@tijdig/core'
import { capital, SelectField } from '@tijdig/ui'
import type { Wrong } from '../../shell/focus-wrong.ts'

export const WHY_ID = 'waarom'

const { 'taken-back': _, ...REASONS } = PARTY_EVENTS.correctionExplained.fields.why.choices

interface Props {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** Why something is put right: it stays in the log beside it. */
export function WhyField({ value, error, onChange }: Props) {
  return (
    <SelectField
      id={WHY_ID}
      label="Waarom?"
      hint="Dit blijft bewaard bij de verbetering. Ook het gezin kan het lezen."
      value={value}
      error={error}
      options={[
        { value: '', label: 'Kies een reden' },
        ...Object.entries(REASONS).map(([code, label]) => ({ value: code, label: capital(label) })),
      ]}
      onChange={onChange}
    />
  )
}

export function wrongWhy(why: string): Wrong {
  return why === '' ? { [WHY_ID]: 'Kies waarom u dit verbetert of intrekt.' } : {}
}
