import type { Figure } from '@tijdig/server/contract'
import { type Column, DataTable, Heading, monthInWords } from '@tijdig/ui'
import {
  type DeliveryRow,
  type DeliveryTable,
  type NormIndicators,
  outcomesTable,
  splitTable,
} from './delivery-tables.ts'

interface Props {
  readonly figures: readonly Figure[]
  readonly month: string
  readonly indicators: NormIndicators
  /** Whether the month goes on still. */
  readonly goesOn?: boolean
}

const PLACES = ['region', 'municipality', 'order']

/** The figures of a delivery: of its month, of all, by month, and split up. */
export function DeliveryTables({ figures, month, indicators, goesOn = false }: Props) {
  const name = monthInWords(month)
  return (
    <>
      <section className="tijdig-section" aria-labelledby="maand">
        <Heading level={2} id="maand">
          {goesOn ? `Begonnen in ${name}, tot nu toe` : `Begonnen in ${name}`}
        </Heading>
        <p className="tijdig-muted">
          De termijnen die in deze maand begonnen, en wat ervan is geworden. Veel daarvan lopen nog.
        </p>
        <Table {...outcomesTable(indicators, figures, `Begonnen in ${name}`, month)} />
      </section>
      <section className="tijdig-section" aria-labelledby="alles">
        <Heading level={2} id="alles">
          Alle maatregelen tot en met de peildag
        </Heading>
        <Table {...outcomesTable(indicators, figures, 'Alle maatregelen tot en met de peildag')} />
      </section>
      <section className="tijdig-section tijdig-delivery__split" aria-labelledby="verdeeld">
        <Heading level={2} id="verdeeld">
          Op tijd, verdeeld
        </Heading>
        <p className="tijdig-muted">
          Lopende en vervallen termijnen tellen niet mee in het percentage, wel in het aantal.
        </p>
        {['month', ...PLACES].map((dimension) => {
          const table = splitTable(indicators, figures, dimension)
          return (
            <details key={dimension} open={dimension === 'region'}>
              <summary>{table.caption}</summary>
              <Table {...table} />
            </details>
          )
        })}
      </section>
    </>
  )
}

function Table({ caption, head, columns, rows }: DeliveryTable) {
  const all: readonly Column<DeliveryRow>[] = [
    { key: 'name', label: head, head, cell: ({ name }) => name },
    ...columns.map(
      ({ code, label }): Column<DeliveryRow> => ({
        key: code,
        label,
        head: label,
        numeric: true,
        cell: ({ cells }) => (
          <span>
            {cells[code]?.text}
            {cells[code]?.below === undefined ? null : (
              <span className="tijdig-delivery__below"> {cells[code].below}</span>
            )}
          </span>
        ),
      }),
    ),
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={all}
      rows={rows}
      rowKey={({ code }) => code}
    />
  )
}
