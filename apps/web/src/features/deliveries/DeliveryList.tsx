import { Link } from '@tanstack/react-router'
import type { DeliveryLine } from '@tijdig/server/contract'
import {
  type Column,
  capital,
  DataTable,
  dayInBrief,
  EmptyState,
  formatCount,
  monthInWords,
} from '@tijdig/ui'
import { dayOf } from '../../clocks/asked.ts'

const COLUMNS: readonly Column<DeliveryLine>[] = [
  {
    key: 'month',
    label: 'Maand',
    head: 'Maand',
    cell: (line) => (
      <Link
        to="/leveringen/$number"
        params={{ number: String(line.number) }}
        className="nl-link tijdig-delivery__month"
      >
        {capital(monthInWords(line.month))}
      </Link>
    ),
  },
  { key: 'from', label: 'Van', head: 'Van', cell: (line) => line.institution.name },
  { key: 'to', label: 'Aan', head: 'Aan', cell: (line) => line.receiver.name },
  {
    key: 'madeAt',
    label: 'Gemaakt op',
    head: 'Gemaakt op',
    cell: (line) => dayInBrief(dayOf(line.madeAt)),
  },
  {
    key: 'changed',
    label: 'Sinds de vorige',
    head: 'Sinds de vorige',
    cell: (line) => changedInWords(line.changed),
  },
]

/** All that was delivered, the newest month first. */
export function DeliveryList({ lines }: { readonly lines: readonly DeliveryLine[] }) {
  if (lines.length === 0)
    return (
      <EmptyState title="Er is nog niets geleverd.">
        <p>De eerste levering staat hier zodra haar dag er is. U hoeft daarvoor niets te doen.</p>
      </EmptyState>
    )
  return (
    <DataTable
      caption="Leveringen"
      captionHidden
      columns={COLUMNS}
      rows={lines}
      rowKey={(line) => String(line.number)}
    />
  )
}

/** How many figures of the delivery before are others by now. */
function changedInWords(changed: number | null): string {
  if (changed === null) return 'eerste levering'
  if (changed === 0) return 'niets anders'
  return changed === 1 ? '1 cijfer anders' : `${formatCount(changed)} cijfers anders`
}
