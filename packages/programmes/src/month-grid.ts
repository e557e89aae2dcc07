import type { Light, PartReading } from './part-reading.ts'

/** A month of a part: whether it was planned then, and its light at the end of it; null: not yet. */
export interface GridCell {
  readonly month: string
  readonly isPlanned: boolean
  readonly light: Light | null
}

export interface GridRow {
  readonly part: PartReading
  readonly cells: readonly GridCell[]
}

/** Actions down, months across. */
export interface MonthGrid {
  readonly months: readonly string[]
  readonly rows: readonly GridRow[]
}
