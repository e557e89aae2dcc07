import type { ReactNode } from 'react'
import './FigureCard.css'

interface Props {
  readonly label: ReactNode
  /** As people read it: "693", "82%", "afgeschermd". */
  readonly value: string
  /** What it was in the question that is compared with; left out: nothing is compared. */
  readonly previous?: string
  /** Beneath the number: "308 van 376 aanmeldingen". */
  readonly detail?: string
  /** Why it is another number than before, a sentence a reason. */
  readonly reasons?: readonly string[]
}

/** One figure, large; and when the clocks were moved: what it was, what it is, and why. */
export function FigureCard({ label, value, previous, detail, reasons = [] }: Props) {
  const changed = previous !== undefined && previous !== value
  const same = previous === value
  return (
    <article className={changed ? 'tijdig-figure tijdig-figure--changed' : 'tijdig-figure'}>
      <h3 className="tijdig-figure__label">{label}</h3>
      <p className="tijdig-figure__value tijdig-number">
        {changed ? (
          <>
            <span className="tijdig-figure__was">
              <span className="tijdig-visually-hidden">was </span>
              {previous}
            </span>{' '}
            <span aria-hidden="true">→</span>
            <span className="tijdig-visually-hidden">, nu </span> <strong>{value}</strong>
          </>
        ) : (
          <strong>{value}</strong>
        )}
      </p>
      <div>
        {detail === undefined && !same ? null : (
          <p className="tijdig-figure__detail">
            {[...(detail === undefined ? [] : [detail]), ...(same ? ['niet veranderd'] : [])].join(
              ', ',
            )}
          </p>
        )}
        {changed ? (
          <ul className="tijdig-figure__reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </article>
  )
}
