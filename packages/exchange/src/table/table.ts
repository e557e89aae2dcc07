/** What stands in a cell: as it was typed, or a number as the workbook keeps it. */
export type Cell = string | number

/** A row of a table, by the number that a spreadsheet shows before it. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** Why a file cannot be read as a table. */
export type TableFault = 'not-a-table' | 'table-too-large'

/** So many rows and columns are read at most. */
export const MOST_ROWS = 5_000
export const MOST_COLUMNS = 100
