/** A place in the month grid: a row with an action, and a column: 0 its name, from 1 on the months. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** How far the grid reaches. */
export interface GridSize {
  readonly rows: number
  readonly months: number
}

/** How many actions Page Up and Page Down pass. */
const PAGE = 10

/**
 * Where a key leads from a cell, held within the grid; undefined: the key is not for the grid.
 * Home and End go to the first and last month of the row, with Ctrl to the first and last cell of all.
 */
export function nextCell(
  { row, column }: CellPlace,
  { key, ctrlKey = false }: { readonly key: string; readonly ctrlKey?: boolean },
  size: GridSize,
): CellPlace | undefined {
  const to = (toRow: number, toColumn: number) => ({
    row: Math.max(0, Math.min(toRow, size.rows - 1)),
    column: Math.max(0, Math.min(toColumn, size.months)),
  })
  if (key === 'Home') return ctrlKey ? to(0, 0) : to(row, 1)
  if (key === 'End') return to(ctrlKey ? size.rows - 1 : row, size.months)
  // With Ctrl the other keys are the browser's own.
  if (ctrlKey) return undefined
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - PAGE, column)
    case 'PageDown':
      return to(row + PAGE, column)
    default:
      return undefined
  }
}
