import '@utrecht/checkbox-css/dist/index.css'
import '@utrecht/form-fieldset-css/dist/index.css'
import '@utrecht/radio-button-css/dist/index.css'
import './ChoiceGroup.css'

interface Props {
  readonly id: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly options: readonly {
    readonly value: string
    readonly label: string
    readonly hint?: string
  }[]
  /** The values that are chosen. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** Whether one excludes the other. */
  readonly single?: boolean
}

/** Choices that all stand on the page: boxes to tick, or rounds of which one counts. */
export function ChoiceGroup(props: Props) {
  const { id, legend, hint, error, options, chosen, onChange, single = false } = props
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ].join(' ')
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="utrecht-form-fieldset__fieldset--html-fieldset tijdig-choices"
      aria-describedby={described || undefined}
    >
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {legend}
      </legend>
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
      {options.map(({ value, label, hint: small }) => (
        <label key={value} className="tijdig-choice">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={id}
            value={value}
            className={
              single
                ? 'utrecht-radio-button utrecht-radio-button--html-input'
                : 'utrecht-checkbox utrecht-checkbox--html-input'
            }
            checked={chosen.includes(value)}
            onChange={(event) => {
              if (single) onChange([value])
              else if (event.target.checked) onChange([...chosen, value])
              else onChange(chosen.filter((one) => one !== value))
            }}
          />
          <span>
            {label}
            {small === undefined ? null : <span className="tijdig-choice__hint">{small}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
