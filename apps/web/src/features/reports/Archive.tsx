import { Link } from '@tanstack/react-router'
import type { PublicationLine } from '@tijdig/server/contract'
import { type Column, DataTable, dayInBrief, EmptyState, formatCount } from '@tijdig/ui'
import { dayOf } from '../../clocks/asked.ts'
import { audienceInWords } from './audience-words.ts'

const COLUMNS: readonly Column<PublicationLine>[] = [
  {
    key: 'title',
    label: 'Rapport',
    head: 'Rapport',
    cell: (line) => (
      <Link
        to="/rapporten/$number"
        params={{ number: String(line.number) }}
        className="nl-link tijdig-archive__title"
      >
        Nummer {line.number}: {line.title}
      </Link>
    ),
  },
  { key: 'cutOff', label: 'Stand op', head: 'Stand op', cell: (line) => dayInBrief(line.cutOff) },
  {
    key: 'knownAt',
    label: 'Bekend op',
    head: 'Bekend op',
    cell: (line) => dayInBrief(dayOf(line.knownAt)),
  },
  {
    key: 'publishedAt',
    label: 'Gepubliceerd op',
    head: 'Gepubliceerd op',
    cell: (line) => dayInBrief(dayOf(line.publishedAt)),
  },
  { key: 'audience', label: 'Voor wie', head: 'Voor wie', cell: audienceInWords },
  {
    key: 'figures',
    label: 'Cijfers',
    head: 'Cijfers',
    numeric: true,
    cell: (line) => formatCount(line.figures),
  },
]

/** All publications, the newest first. */
export function Archive({ publications }: { readonly publications: readonly PublicationLine[] }) {
  if (publications.length === 0)
    return (
      <EmptyState title="Er is nog niets gepubliceerd.">
        <p>Kies hierboven een rapport, bekijk het voorbeeld en publiceer het.</p>
      </EmptyState>
    )
  return (
    <DataTable
      caption="Gepubliceerde rapporten"
      captionHidden
      columns={COLUMNS}
      rows={[...publications].sort((a, b) => b.number - a.number)}
      rowKey={(line) => String(line.number)}
    />
  )
}
