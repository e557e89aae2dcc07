import { DayControl } from './DayControl.tsx'
import type { ClockSpan, DayClock } from './day-clock.ts'
import { TwoClocksDrawing } from './TwoClocksDrawing.tsx'
import './TwoClocks.css'

interface Props {
  /** Told apart from other clocks on the page by this; in ids and as the name of the part. */
  readonly id?: string
  readonly label?: string
  readonly happened: DayClock
  readonly known: DayClock
  readonly drawing: ClockSpan
  /** What the distance between the clocks means, in a sentence. */
  readonly meaning: string
  readonly onMove: (move: { readonly cutOff: string } | { readonly knownAt: string }) => void
}

/** The day to look at, and the day whose knowledge to look with. */
export function TwoClocks(props: Props) {
  const {
    id = 'klok',
    label = 'De twee klokken',
    happened,
    known,
    drawing,
    meaning,
    onMove,
  } = props
  return (
    <section className="tijdig-clocks" aria-label={label}>
      <p className="tijdig-clocks__printed">
        Stand op {happened.inWords}, zoals bekend op {known.inWords}.
      </p>
      <div className="tijdig-clocks__controls">
        <DayControl
          id={`${id}-stand-op`}
          label="Stand op"
          hint="Wat tot en met deze dag is gebeurd, telt mee."
          clock={happened}
          onMove={(cutOff) => onMove({ cutOff })}
        />
        <DayControl
          id={`${id}-bekend-op`}
          label="Zoals bekend op"
          hint="Alleen wat op deze dag al was vastgelegd, telt mee."
          clock={known}
          onMove={(knownAt) => onMove({ knownAt })}
        />
      </div>
      <TwoClocksDrawing happened={happened} known={known} drawing={drawing} />
      <p className="tijdig-clocks__meaning">{meaning}</p>
    </section>
  )
}
