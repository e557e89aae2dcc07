import type { Clock } from '@tijdig/server/contract'
import { dayInBrief, StatusBadge } from '@tijdig/ui'
import { outcomeInWords, termBar } from './outcome.ts'

interface Props {
  readonly clocks: readonly Clock[]
  /** The day at which is looked. */
  readonly day: string
}

/** The terms of a trajectory: what had to be done when, and whether it was. */
export function TermList({ clocks, day }: Props) {
  return (
    <ul className="tijdig-terms">
      {clocks.map((clock) => {
        const outcome = outcomeInWords(clock, day)
        return (
          <li
            key={`${clock.code}/${clock.startedOn}`}
            className={`tijdig-term tijdig-term--${outcome.tone}`}
          >
            <div className="tijdig-term__head">
              <h3>{clock.label}</h3>
              <StatusBadge tone={outcome.tone} icon={outcome.icon}>
                {outcome.label}
              </StatusBadge>
            </div>
            <TermBar clock={clock} day={day} />
            <p>{outcome.sentence}</p>
            <p className="tijdig-muted">
              Norm: {clock.norm}. <span className="tijdig-term__source">Bron: {clock.source}.</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function TermBar({ clock, day }: { readonly clock: Clock; readonly day: string }) {
  const { filled, due } = termBar(clock, day)
  return (
    <div className="tijdig-term__bar" aria-hidden="true">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
        <title>{clock.label}</title>
        <rect className="tijdig-term__room" x="0" y="2" width={due * 100} height="6" />
        <rect className="tijdig-term__filled" x="0" y="2" width={filled * 100} height="6" />
        <rect
          className="tijdig-term__due"
          x={Math.max(0, due * 100 - 0.4)}
          y="0"
          width="0.8"
          height="10"
        />
      </svg>
      <p className="tijdig-term__days tijdig-muted">
        <span>{dayInBrief(clock.startedOn)}</span>
        {clock.dueOn === null ? (
          <span>staat stil</span>
        ) : (
          <span>uiterlijk {dayInBrief(clock.dueOn)}</span>
        )}
      </p>
    </div>
  )
}
