import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Route, SharedLine } from '@tijdig/server/contract'
import {
  type Column,
  capital,
  DataTable,
  dayInWords,
  EmptyState,
  Loading,
  Skeleton,
} from '@tijdig/ui'
import { sharedQuery } from '../../api/access.ts'
import { Failed } from '../../shell/Failed.tsx'
import { fieldNames } from '../trajectory/field-names.ts'

const COLUMNS: readonly Column<SharedLine>[] = [
  {
    key: 'id',
    label: 'Nummer',
    head: 'Nummer',
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
    key: 'fields',
    label: 'Wat u ziet',
    head: 'Wat u ziet',
    cell: (line) => capital(fieldNames(line.fields)),
  },
  {
    key: 'until',
    label: 'Te zien tot en met',
    head: 'Te zien tot en met',
    cell: (line) => dayInWords(line.until),
  },
]

/** Trajectories of others of which some fields were shared with one's own organisation. */
export function SharedList({ route }: { readonly route: Route }) {
  const shared = useQuery(sharedQuery(route.code))
  if (shared.isError) return <Failed error={shared.error} onRetry={() => shared.refetch()} />
  if (shared.isPending)
    return (
      <div>
        <Loading>Wat met u is gedeeld, wordt opgehaald.</Loading>
        <Skeleton shape="row" count={4} />
      </div>
    )
  if (shared.data.length === 0)
    return (
      <EmptyState title="Er is niets met uw organisatie gedeeld.">
        <p>
          Een organisatie die bij een traject betrokken is, kan er met u gegevens van delen. Vraag
          het aan wie het gezin helpt; die heeft meestal toestemming van het gezin nodig.
        </p>
      </EmptyState>
    )
  return (
    <DataTable
      caption="Met ons gedeeld"
      captionHidden
      columns={COLUMNS}
      rows={shared.data}
      rowKey={(line) => line.id}
    />
  )
}
