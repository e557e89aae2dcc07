import { Field } from './Field.tsx'
import '@utrecht/textarea-css/dist/index.css'

interface Props {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'date' | 'number'
  /** More than one line. */
  readonly long?: boolean
  readonly autoComplete?: string
  /** Of a day: the first and last that make sense. */
  readonly min?: string
  readonly max?: string
}

/** A field to type in, with what explains it and what is wrong with it. */
export function TextField(props: Props) {
  const { id, label, hint, error, value, onChange, type = 'text', long = false } = props
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ].join(' ')
  const shared = {
    id,
    value,
    'aria-describedby': described || undefined,
    'aria-invalid': error === undefined ? undefined : true,
    autoComplete: props.autoComplete ?? 'off',
  }
  return (
    <Field id={id} label={label} {...(hint === undefined ? {} : { hint })} error={error}>
      {long ? (
        <textarea
          {...shared}
          rows={4}
          className="utrecht-textarea utrecht-textarea--html-textarea tijdig-control"
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={type}
          min={props.min}
          max={props.max}
          className="utrecht-textbox utrecht-textbox--html-input tijdig-control"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
