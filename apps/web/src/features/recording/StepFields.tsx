import type { Step } from '@tijdig/server/contract'
import { Alert, Button, TextField } from '@tijdig/ui'
import { today } from '../../clocks/today.ts'
import type { Wrong } from '../../shell/focus-wrong.ts'
import { StepField } from './StepField.tsx'
import { DAY_ID, fieldId, filledIn, type StepDraft } from './step-draft.ts'

interface Props {
  readonly step: Step
  readonly draft: StepDraft
  readonly wrong: Wrong
  readonly onChange: (part: Partial<StepDraft>) => void
  /** What stands there now, in words, where it is corrected: the day and the fields by code. */
  readonly was?: { readonly day: string; readonly values: Readonly<Record<string, string>> }
}

/** On which day, and what belongs to it: made from the definition of the step. */
export function StepFields({ step, draft, wrong, onChange, was }: Props) {
  return (
    <>
      <TextField
        id={DAY_ID}
        type="date"
        label="Op welke dag?"
        max={today()}
        hint={
          was === undefined
            ? 'De dag waarop het gebeurde. Dat u het vandaag vastlegt, wordt apart bewaard.'
            : `Er staat nu: ${was.day}.`
        }
        error={wrong[DAY_ID]}
        value={draft.validOn}
        onChange={(validOn) => onChange({ validOn })}
      />
      {step.fields.map((field) => (
        <StepField
          key={field.code}
          field={field}
          value={draft.values[field.code] ?? ''}
          values={draft.values}
          error={wrong[fieldId(field.code)]}
          onChange={(value) => onChange({ values: filledIn(step, draft, field.code, value) })}
          {...(was === undefined ? {} : { was: was.values[field.code] ?? 'niet ingevuld' })}
        />
      ))}
    </>
  )
}

/** Says that what is on the page was typed earlier. */
export function Restored({ onStartAnew }: { readonly onStartAnew: () => void }) {
  return (
    <Alert
      tone="info"
      title="U was hier al mee bezig."
      actions={
        <Button purpose="secondary" onClick={onStartAnew}>
          Begin opnieuw
        </Button>
      }
    >
      <p>Wat u eerder invulde, staat er weer. Het is nog niet vastgelegd.</p>
    </Alert>
  )
}
