// biome-ignore-all lint/a11y/noRedundantRoles: a table shown as cards loses its roles in some browsers
import type { ReactNode } from 'react'
import '@utrecht/table-css/dist/index.css'
import './DataTable.css'

export interface Column<Row> {
  readonly key: string
  readonly head: ReactNode
  /** What stands before the value on a phone, where each row is a card. */
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** How the rows are sorted by this column, if they are. */
  readonly sorted?: 'ascending' | 'descending' | 'none'
}

interface Props<Row> {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Cards where there is no room for columns; else the table scrolls in its own frame. */
  readonly narrow?: 'cards' | 'scroll'
  readonly busy?: boolean
}

/** A table whose first column names the row. The roles stay when a phone shows cards. */
export function DataTable<Row>(props: Props<Row>) {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    narrow = 'cards',
    busy = false,
  } = props
  const table = (
    <table
      role="table"
      aria-busy={busy}
      className={`utrecht-table tijdig-table tijdig-table--${narrow}${busy ? ' tijdig-table--busy' : ''}`}
    >
      <caption className={captionHidden ? 'tijdig-visually-hidden' : 'utrecht-table__caption'}>
        {caption}
      </caption>
      <thead className="utrecht-table__header" role="rowgroup">
        <tr className="utrecht-table__row" role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              aria-sort={column.sorted}
              className={cellClass('utrecht-table__header-cell', column)}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="utrecht-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="utrecht-table__row" role="row">
            {columns.map((column, place) =>
              place === 0 ? (
                <th
                  key={column.key}
                  scope="row"
                  role="rowheader"
                  className={cellClass('utrecht-table__cell', column)}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.label}
                  className={cellClass('utrecht-table__cell', column)}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'cards') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keyboard
    <section className="tijdig-table-frame" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

function cellClass<Row>(base: string, column: Column<Row>): string {
  return column.numeric ? `${base} tijdig-table__number tijdig-number` : base
}
