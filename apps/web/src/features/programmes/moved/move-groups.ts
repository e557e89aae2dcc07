import type { Move } from '@tijdig/server/contract'
import { isMoveKind, KIND_WORDS, type MoveKind } from './move-in-words.ts'

type Cause = Move['cause']
export type KnownMove = Move & { readonly kind: MoveKind }

/** Why something is otherwise than it was, in the order in which it is told. */
export const CAUSE_WORDS = {
  happened: 'Wat er gebeurde',
  late: 'Wat later bekend werd',
  corrected: 'Wat is verbeterd',
} as const satisfies Record<Cause, string>

export interface CauseGroup {
  readonly cause: Cause
  readonly kinds: readonly { readonly kind: MoveKind; readonly moves: readonly KnownMove[] }[]
}

/** Moves by cause and within that by kind; what there is none of is left out. */
export function groupMoves(moves: readonly Move[]): CauseGroup[] {
  const known = moves.filter((move): move is KnownMove => isMoveKind(move.kind))
  const kinds = Object.keys(KIND_WORDS) as MoveKind[]
  return (Object.keys(CAUSE_WORDS) as Cause[]).flatMap((cause) => {
    const own = known.filter((move) => move.cause === cause)
    if (own.length === 0) return []
    const found = kinds.flatMap((kind) => {
      const some = own.filter((move) => move.kind === kind)
      return some.length === 0 ? [] : [{ kind, moves: some }]
    })
    return [{ cause, kinds: found }]
  })
}
