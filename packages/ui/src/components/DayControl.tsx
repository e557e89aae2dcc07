import { useEffect, useRef, useState } from 'react'
import { Button } from './button.ts'
import type { DayClock } from './day-clock.ts'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly clock: DayClock
  readonly onMove: (day: string) => void
}

/** Long enough to type the rest of a year, short enough not to wait for. */
const REST = 700

/** A day to set: typed, picked, stepped through, or chosen from days that are asked often. */
export function DayControl({ id, label, hint, clock, onMove }: Props) {
  const [draft, setDraft] = useState(clock.day)
  const [wrong, setWrong] = useState(false)
  const timer = useRef<number>()
  useEffect(() => {
    setDraft(clock.day)
    setWrong(false)
    return () => window.clearTimeout(timer.current)
  }, [clock.day])

  const settle = (day: string) => {
    window.clearTimeout(timer.current)
    setWrong(!isAskable(day))
    if (isAskable(day) && day !== clock.day) onMove(day)
  }
  const type = (day: string) => {
    setDraft(day)
    setWrong(false)
    window.clearTimeout(timer.current)
    // While a year is being typed the field holds days such as 1 January 0002.
    if (isAskable(day)) timer.current = window.setTimeout(() => settle(day), REST)
  }
  return (
    <div className="tijdig-day">
      <Field
        id={id}
        label={label}
        hint={hint}
        error={
          wrong ? 'Vul een dag in die op de kalender staat, bijvoorbeeld 31-03-2023.' : undefined
        }
      >
        <div className="tijdig-day__row">
          <Button
            purpose="secondary"
            iconOnly
            iconStart={<Icon name="previous" />}
            label={`${label}: een dag terug`}
            onClick={() => settle(clock.previousDay)}
          />
          <input
            id={id}
            type="date"
            className="utrecht-textbox utrecht-textbox--html-input tijdig-control tijdig-day__input tijdig-number"
            value={draft}
            aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
            aria-invalid={wrong || undefined}
            onChange={(event) => type(event.target.value)}
            onBlur={() => settle(draft)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle(draft)
            }}
          />
          <Button
            purpose="secondary"
            iconOnly
            iconStart={<Icon name="next" />}
            label={`${label}: een dag verder`}
            onClick={() => settle(clock.nextDay)}
          />
        </div>
      </Field>
      <fieldset className="tijdig-day__choices">
        <legend className="tijdig-visually-hidden">{label}: snel kiezen</legend>
        {clock.choices.map((choice) => (
          <button
            key={choice.label}
            type="button"
            className="tijdig-chip"
            aria-pressed={choice.day === clock.day}
            onClick={() => settle(choice.day)}
          >
            {choice.label}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

function isAskable(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= '1900-01-01' && day <= '2199-12-31'
}
