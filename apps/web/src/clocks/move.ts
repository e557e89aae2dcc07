import { type Asked, readAsked, sameAsked, writeAsked } from './asked.ts'

/** What the address holds of the clocks: where they stand, and what that is compared with. */
export interface ClockSearch {
  readonly op?: string | undefined
  readonly bekend?: string | undefined
  readonly vorige?: string | undefined
}

export type Move = { readonly cutOff: string } | { readonly knownAt: string }

/** Where the clocks stand: as the address says, else as they start. */
export function askedOf(search: ClockSearch, start: Asked): Asked {
  return { cutOff: search.op ?? start.cutOff, knownAt: search.bekend ?? start.knownAt }
}

/** What is compared with; nothing when that is the same question. */
export function previousOf(search: ClockSearch, asked: Asked): Asked | undefined {
  const previous = readAsked(search.vorige)
  return previous && !sameAsked(previous, asked) ? previous : undefined
}

/**
 * Moves a clock. The first move compares with where the clocks stood; the moves after it keep
 * comparing with that, so that ten steps of a day tell the same as one of ten days.
 */
export function moveClock(search: ClockSearch, start: Asked, move: Move): ClockSearch {
  const before = askedOf(search, start)
  const after = { ...before, ...move }
  const base = previousOf(search, before) ?? before
  return {
    op: after.cutOff,
    bekend: after.knownAt,
    ...(sameAsked(base, after) ? {} : { vorige: writeAsked(base) }),
  }
}

/** Back to the question that was compared with. */
export function undoMove(previous: Asked): ClockSearch {
  return { op: previous.cutOff, bekend: previous.knownAt }
}
