import { Link } from '@tanstack/react-router'
import type { Route, TrajectoryLine } from '@tijdig/server/contract'
import { type Column, capital, DataTable, dayInBrief, Icon } from '@tijdig/ui'
import { SORTS, type Sort, type TrajectoriesSearch } from './search.ts'

interface Props {
  readonly route: Route
  readonly lines: readonly TrajectoryLine[]
  readonly search: TrajectoriesSearch
  readonly busy: boolean
  readonly onSort: (part: Partial<TrajectoriesSearch>) => void
}

/** One page of trajectories: a table, and cards on a phone. */
export function TrajectoryTable({ route, lines, search, busy, onSort }: Props) {
  const sorted = search.sorteer ?? 'geopend'
  const ascending = search.oplopend === 'ja'
  const sortable = (key: Sort, label: string): Pick<Column<TrajectoryLine>, 'head' | 'sorted'> => ({
    head: (
      <button
        type="button"
        className="tijdig-sort"
        onClick={() =>
          onSort({
            sorteer: key,
            oplopend: sorted === key && !ascending ? 'ja' : undefined,
          })
        }
      >
        {label}
        {sorted === key ? <Icon name={ascending ? 'up' : 'down'} /> : null}
      </button>
    ),
    sorted: sorted === key ? (ascending ? 'ascending' : 'descending') : 'none',
  })
  const columns: Column<TrajectoryLine>[] = [
    {
      key: 'id',
      label: 'Nummer',
      ...sortable('nummer', SORTS.nummer.label),
      cell: (line) => (
        <Link
          to="/trajecten/$route/$id"
          params={{ route: line.route, id: line.id }}
          className="nl-link tijdig-trajectories__number"
        >
          {line.id}
        </Link>
      ),
    },
    {
      key: 'state',
      label: 'Toestand',
      head: 'Toestand',
      cell: (line) => stateLabel(route, line.state),
    },
    {
      key: 'since',
      label: 'Sinds',
      ...sortable('toestand', 'Sinds'),
      cell: (line) => day(line.stateSince),
    },
    {
      key: 'opened',
      label: 'Begonnen op',
      ...sortable('geopend', 'Begonnen op'),
      cell: (line) => day(line.openedOn),
    },
    {
      key: 'term',
      label: 'Eerstvolgende termijn',
      head: 'Eerstvolgende termijn',
      cell: (line) =>
        line.nextTerm ? `${line.nextTerm.label}: ${dayInBrief(line.nextTerm.dueOn)}` : 'geen',
    },
  ]
  return (
    <DataTable
      caption="Trajecten"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
      busy={busy}
    />
  )
}

function stateLabel(route: Route, code: string | null): string {
  if (code === null) return 'onbekend'
  return capital(route.states.find((state) => state.code === code)?.label ?? code)
}

function day(text: string | null): string {
  return text === null ? 'onbekend' : dayInBrief(text)
}
