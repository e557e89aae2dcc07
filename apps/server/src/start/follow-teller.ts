import type { FollowProgress } from '@tijdig/figures'

const MILLISECONDS_BETWEEN = 2_000
const COUNT = new Intl.NumberFormat('nl-NL')

/** Tells now and then how far the figures have followed the log, where that takes more than a moment. */
export function followTeller(
  say: (line: string) => void,
  clock: () => number,
): (progress: FollowProgress) => void {
  let last: number | undefined
  return ({ trajectories, rebuilding }) => {
    if (!rebuilding) return
    const now = clock()
    // From the first batch on: what takes one batch need not be told.
    last ??= now
    if (now - last < MILLISECONDS_BETWEEN) return
    last = now
    say(`  cijfers bijwerken: ${COUNT.format(trajectories)} trajecten gelezen`)
  }
}
