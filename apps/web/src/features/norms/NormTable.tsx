import { Link } from '@tanstack/react-router'
import { type Column, DataTable, formatCount, isPeriod } from '@tijdig/ui'
import type { NormRow } from './norm-table.ts'
import { type NormsSearch, OUTCOME_NAMES, OUTCOMES, writeCell } from './search.ts'

interface Props {
  /** What the rows are: "Maand". */
  readonly head: string
  readonly rows: readonly NormRow[]
  readonly route: string
  readonly norm: string
  readonly search: NormsSearch
  /** Whether the trajectories behind a number may be seen. */
  readonly mayLook: boolean
}

/** The share and how many there are of each outcome; a number is the way to what it counts. */
export function NormTable({ head, rows, route, norm, search, mayLook }: Props) {
  const columns: readonly Column<NormRow>[] = [
    {
      key: 'name',
      label: head,
      head,
      cell: ({ name, by }) => (
        <span className={isPeriod(Object.values(by).join()) ? 'tijdig-norm__name' : undefined}>
          {name}
        </span>
      ),
    },
    {
      key: 'share',
      label: 'Deel op tijd',
      head: 'Deel op tijd',
      numeric: true,
      cell: (row) => row.share,
    },
    ...OUTCOME_NAMES.map((outcome): Column<NormRow> => {
      const { label } = OUTCOMES[outcome]
      return {
        key: outcome,
        label,
        head: label,
        numeric: true,
        cell: ({ counts, by, name }) =>
          mayLook && counts[outcome] > 0 ? (
            <Link
              to="/normen"
              search={{
                ...search,
                route,
                norm,
                uitkomst: outcome,
                cel: writeCell(by),
                pagina: undefined,
              }}
              hash="trajecten"
              className="nl-link"
              activeProps={{}}
              aria-label={`${label}: ${formatCount(counts[outcome])}, ${name}. Toon de trajecten`}
            >
              {formatCount(counts[outcome])}
            </Link>
          ) : (
            formatCount(counts[outcome])
          ),
      }
    }),
  ]
  return (
    <DataTable
      caption="Hoeveel er op tijd is, en hoeveel niet"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      narrow="scroll"
    />
  )
}
