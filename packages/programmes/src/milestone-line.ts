import type { PartReading } from './part-reading.ts'

/** A milestone on a line of time. */
export interface MilestoneMark {
  readonly part: PartReading
  /** Its own line first, then the others for which it counts. */
  readonly lines: readonly string[]
  readonly reports: readonly string[]
  /** The day on which it was reached; else on which it is due; null: no day is known. */
  readonly day: string | null
  readonly standing: 'reached' | 'late' | 'due' | 'no-day' | 'dropped'
}
