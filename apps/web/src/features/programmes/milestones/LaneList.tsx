import { capital, dayInWords, type IconName, StatusBadge, type Tone } from '@tijdig/ui'
import { PartLink } from '../tree/PartLink.tsx'
import {
  countsInWords,
  type Lane,
  type Milestone,
  STANDING_WORDS,
  type Standing,
} from './milestone-lanes.ts'

const SIGNS: Record<Standing, { readonly tone: Tone; readonly icon: IconName }> = {
  reached: { tone: 'good', icon: 'check' },
  late: { tone: 'bad', icon: 'warning' },
  due: { tone: 'busy', icon: 'clock' },
  'no-day': { tone: 'calm', icon: 'info' },
  dropped: { tone: 'calm', icon: 'cross' },
}

interface Props {
  readonly lanes: readonly Lane[]
}

/** All milestones by line; a line with something late is open. */
export function LaneList({ lanes }: Props) {
  return (
    <div className="tijdig-milestones">
      {lanes.map(({ key, title, milestones }) => (
        <details key={key} data-part={key} open={lanes.length === 1 || milestones.some(isLate)}>
          <summary>
            {title}: {countsInWords(milestones)}
          </summary>
          <ul>
            {milestones.map(({ part, day, standing, reports }) => (
              <li key={part.id} data-part={part.code}>
                <PartLink part={part} />
                <p>
                  <StatusBadge {...SIGNS[standing]}>
                    {capital(STANDING_WORDS[standing])}
                  </StatusBadge>{' '}
                  {day === null ? null : dayInWords(day)}
                  {reports.length === 0 ? null : (
                    <span className="tijdig-muted"> In rapportage {reports.join(', ')}</span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

function isLate({ standing }: Milestone): boolean {
  return standing === 'late'
}
