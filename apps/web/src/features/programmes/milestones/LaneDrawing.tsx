import { getDay } from '@tijdig/core'
import { capital, dayInWords } from '@tijdig/ui'
import {
  countsInWords,
  type Lane,
  marksOf,
  STANDING_WORDS,
  type Standing,
  yearsOf,
} from './milestone-lanes.ts'

const DRAWN: readonly Standing[] = ['reached', 'due', 'late']

interface Props {
  readonly lanes: readonly Lane[]
  readonly cutOff: string
}

/** A picture of when milestones were reached or are due: a lane for each line, the years below. */
export function LaneDrawing({ lanes, cutOff }: Props) {
  const years = yearsOf(lanes)
  const from = getDay(`${years[0]}-01-01`)
  const length = getDay(`${(years.at(-1) ?? 0) + 1}-01-01`) - from
  const at = (day: string) => `${(((getDay(day) - from) / length) * 100).toFixed(2)}%`
  const isDrawn = years.includes(Number(cutOff.slice(0, 4)))
  const summary = `Mijlpalen op een tijdlijn, per lijn. ${lanes
    .map(({ title, milestones }) => `${title}: ${countsInWords(milestones)}`)
    .join('. ')}. De lijst hieronder noemt ze allemaal.`
  return (
    <figure className="tijdig-lanes-of-time">
      <ul className="tijdig-light-counts tijdig-light-key" aria-label="Wat de tekens betekenen">
        {DRAWN.map((standing) => (
          <li key={standing}>
            <MarkSign standing={standing} /> {capital(STANDING_WORDS[standing])}
          </li>
        ))}
        <li className="tijdig-muted">Een getal telt mijlpalen op dezelfde dag.</li>
      </ul>
      <div role="img" aria-label={summary} className="tijdig-lanes-of-time__picture">
        {lanes.map((lane) => (
          <div key={lane.key} className="tijdig-lane">
            <span className="tijdig-lane__name">{lane.title}</span>
            <span className="tijdig-lane__track">
              {years.map((year) => (
                <span
                  key={year}
                  className="tijdig-lane__year-line"
                  style={{ insetInlineStart: at(`${year}-01-01`) }}
                />
              ))}
              {isDrawn ? (
                <span className="tijdig-lane__today" style={{ insetInlineStart: at(cutOff) }} />
              ) : null}
              {marksOf(lane).map(({ key, day, standing, count }) => (
                <span
                  key={key}
                  className="tijdig-lane__mark"
                  style={{ insetInlineStart: at(day) }}
                  title={`${dayInWords(day)}: ${count} ${STANDING_WORDS[standing]}`}
                >
                  <MarkSign standing={standing} count={count} />
                </span>
              ))}
            </span>
          </div>
        ))}
        <div className="tijdig-lane tijdig-lane--years">
          <span className="tijdig-lane__name" />
          <span className="tijdig-lane__track">
            {years.map((year) => (
              <span
                key={year}
                className="tijdig-lane__year"
                style={{ insetInlineStart: at(`${year}-01-01`) }}
              >
                {year}
              </span>
            ))}
          </span>
        </div>
      </div>
      <figcaption className="tijdig-muted">
        {isDrawn
          ? `De dikke streep is ${dayInWords(cutOff)}: de dag waarop u kijkt.`
          : `U kijkt op ${dayInWords(cutOff)}. Die dag ligt buiten deze tijdlijn.`}
      </figcaption>
    </figure>
  )
}

/** Reached a full round, due an open one, late a square; with how many there are. */
function MarkSign({ standing, count }: { standing: Standing; count?: number }) {
  return (
    <span className={`tijdig-mark tijdig-mark--${standing}`} aria-hidden="true">
      {count}
    </span>
  )
}
