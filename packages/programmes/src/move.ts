import type { PartReading } from './part-reading.ts'

/** What kind of change it is. */
export const MOVES = [
  'new',
  'gone',
  'begun',
  'done',
  'stalled',
  'resumed',
  'dropped',
  /** It turned out that nobody had begun. */
  'not-begun',
  'reason-changed',
  'mover-changed',
  'replanned',
  'due-moved',
  'reviewed',
  'measured',
  'aimed',
  'money',
  'owner-changed',
  'rearranged',
] as const
export type MoveKind = (typeof MOVES)[number]

/** Why a reading is another: known later, corrected or withdrawn, or it happened in between. */
export const CAUSES = ['late', 'corrected', 'happened'] as const
export type Cause = (typeof CAUSES)[number]

/** One thing that moved between two readings. */
export interface Move {
  readonly kind: MoveKind
  readonly cause: Cause
  readonly trajectory: string
  readonly code: string
  /** Of a measurement or an aim its key, of money which amount; null: the move says all. */
  readonly detail: string | null
  /** The part as it was and as it is; null: it was not there, or is no more. */
  readonly before: PartReading | null
  readonly after: PartReading | null
  /** What it said before and says now, as codes, days or cents; null: nothing. */
  readonly from: string | null
  readonly to: string | null
}
