import type { ReactNode } from 'react'
import '@utrecht/form-field-css/dist/index.css'
import '@utrecht/form-label-css/dist/index.css'
import '@utrecht/textbox-css/dist/index.css'
import '@utrecht/select-css/dist/index.css'
import './Field.css'

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** A label, what explains it, what is wrong with it, and the control. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="utrecht-form-field tijdig-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="tijdig-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="tijdig-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

interface SelectProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One choice out of a list. */
export function SelectField(props: SelectProps) {
  const { id, label, hint, error, value, options, onChange } = props
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ].join(' ')
  return (
    <Field id={id} label={label} {...(hint === undefined ? {} : { hint })} error={error}>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select tijdig-control"
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
