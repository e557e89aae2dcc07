import { Link } from '@tanstack/react-router'
import type { Work, WorkLine } from '@tijdig/server/contract'
import { type Column, DataTable, dayInBrief, StatusBadge, type Tone } from '@tijdig/ui'
import { reasonOf, timeLeft } from './reason.ts'
import { PARTS, partName } from './search.ts'

/** One page of what is to be done: a table, and cards on a phone. */
export function WorkList({ work, busy }: { readonly work: Work; readonly busy: boolean }) {
  return (
    <DataTable
      caption={PARTS[partName(work.part)].label}
      captionHidden
      columns={work.of === 'me' ? COLUMNS.filter(({ key }) => key !== 'who') : COLUMNS}
      rows={work.lines}
      rowKey={(line) => `${line.route}/${line.id}/${line.term}`}
      busy={busy}
    />
  )
}

const COLUMNS: readonly Column<WorkLine>[] = [
  {
    key: 'what',
    label: 'Wat',
    head: 'Wat',
    cell: (line) => (
      <div className="tijdig-work">
        <span className="tijdig-work__label">{line.label}</span>
        <span className="tijdig-work__reason">{reasonOf(line)}</span>
      </div>
    ),
  },
  {
    key: 'when',
    label: 'Voor welke dag',
    head: 'Voor welke dag',
    cell: (line) => (
      <div className="tijdig-work">
        {line.dueOn === null ? null : <span>{dayInBrief(line.dueOn)}</span>}
        <span>
          <StatusBadge tone={toneOf(line)}>{timeLeft(line)}</StatusBadge>
        </span>
      </div>
    ),
  },
  {
    key: 'trajectory',
    label: 'Traject',
    head: 'Traject',
    cell: (line) => (
      <div className="tijdig-work">
        <Link
          to="/trajecten/$route/$id"
          params={{ route: line.route, id: line.id }}
          className="nl-link tijdig-work__number"
        >
          {line.id}
        </Link>
        <span className="tijdig-muted">{line.state ?? line.routeLabel}</span>
      </div>
    ),
  },
  {
    key: 'who',
    label: 'Wie',
    head: 'Wie',
    cell: ({ worker }) =>
      worker === null ? (
        <span className="tijdig-muted">nog niemand</span>
      ) : (
        (worker.name ?? worker.code)
      ),
  },
  {
    key: 'do',
    label: 'Doen',
    head: 'Doen',
    cell: (line) =>
      line.step.may ? (
        <Link
          to="/trajecten/$route/$id/vastleggen"
          params={{ route: line.route, id: line.id }}
          search={{ stap: line.step.code }}
          className="nl-link"
          aria-label={`Leg vast: ${line.step.label.toLowerCase()}, traject ${line.id}`}
        >
          Leg vast: {line.step.label.toLowerCase()}
        </Link>
      ) : (
        <span className="tijdig-muted">{line.step.label}</span>
      ),
  },
]

function toneOf({ daysLeft }: WorkLine): Tone {
  if (daysLeft === null) return 'calm'
  if (daysLeft < 0) return 'bad'
  return daysLeft < 2 ? 'attention' : 'busy'
}
