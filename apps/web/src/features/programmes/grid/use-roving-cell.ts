import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { type CellPlace, type GridSize, nextCell } from './next-cell.ts'

/** Under which name an element says, in `data-cell`, which cell of the grid it is. */
export function cellName({ row, column }: CellPlace): string {
  return `${row}/${column}`
}

/**
 * Which cell of a grid Tab stops at, and how keys move from it: the cell that had the focus last, so
 * that who comes back is where they left. The focus itself is the browser's.
 */
export function useRovingCell(size: GridSize) {
  const [last, setLast] = useState<CellPlace>({ row: 0, column: 0 })
  // Another day may have fewer rows and months.
  const current = {
    row: Math.min(last.row, size.rows - 1),
    column: Math.min(last.column, size.months),
  }
  return {
    current,
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const at = placeOf(target)
      if (at) setLast(at)
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const at = placeOf(event.target as HTMLElement)
      if (!at || event.altKey || event.metaKey || event.shiftKey) return
      const next = nextCell(at, event, size)
      if (!next) return
      event.preventDefault()
      const cell = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${cellName(next)}"]`)
      // The browser's own scrolling would leave a cell under the names that stand still.
      cell?.focus({ preventScroll: true })
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  }
}

function placeOf({ dataset }: HTMLElement): CellPlace | undefined {
  const [row, column] = dataset.cell?.split('/').map(Number) ?? []
  return row === undefined || column === undefined ? undefined : { row, column }
}
