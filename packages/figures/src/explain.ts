import {
  type Day,
  type FoldPlan,
  getDay,
  getMoment,
  type Knowledge,
  type LogSource,
  type Moment,
} from '@tijdig/core'
import { calculate, type Wanted } from './calculate.ts'
import type { FactsFile } from './facts-file.ts'
import type { Explanation, Figure, ProtectedFigure } from './figure.ts'
import { lateReading, pinnedReading, type Reading } from './overlay.ts'
import { protect } from './protect.ts'
import type { Protection } from './protection-policy.ts'

/** One side of a comparison: a question at its position in the log, with the tables to compare. */
export interface Side {
  readonly cutOff: string
  readonly knownAt: string
  readonly position: number
  readonly wanted: readonly Wanted[]
}

/**
 * Takes the change of each cell from one question to another apart, in this order:
 * what was recorded later, what was corrected, what was redefined, what really happened.
 * Each step changes one thing, so the steps add up to the whole.
 * @param scope As in `calculate`.
 * @param protection Every reading is protected before a part is taken between two of them, so that
 * the parts tell no more than the figures themselves would, and still add up. Left out: `exact`.
 */
export async function explain(
  file: FactsFile,
  log: LogSource,
  plan: FoldPlan,
  from: Side,
  to: Side,
  scope?: string,
  protection: Protection = 'exact',
): Promise<Explanation[]> {
  const before = getDay(from.cutOff)
  const old = knowledgeOf(from)
  const now = knowledgeOf(to)
  const shared: Knowledge = {
    knownAt: Math.min(old.knownAt, now.knownAt) as Moment,
    position: Math.min(old.position, now.position),
  }
  const measure = async (reading: Reading, cutOff: Day, wanted: readonly Wanted[]) =>
    toCells(protect(await calculate(file, log, plan, reading, cutOff, wanted, scope), protection))
  const start = await measure(pinnedReading(old), before, from.wanted)
  // Where the later question knows less, what it does not know any more is taken back first.
  const forgets = !sameKnowledge(old, shared)
  const learns = !sameKnowledge(now, shared)
  const base = forgets ? await measure(pinnedReading(shared), before, from.wanted) : start
  const lateTaken = forgets ? await measure(lateReading(shared, old), before, from.wanted) : start
  const lateAdded = learns ? await measure(lateReading(shared, now), before, from.wanted) : base
  const known = learns ? await measure(pinnedReading(now), before, from.wanted) : base
  const redefined = await measure(pinnedReading(now), before, to.wanted)
  const end = await measure(pinnedReading(now), getDay(to.cutOff), to.wanted)
  const cells = new Map<string, Figure>()
  const hidden = new Set<string>()
  for (const side of [start, base, lateTaken, lateAdded, known, redefined, end]) {
    for (const [key, figure] of side) {
      if (!cells.has(key)) cells.set(key, figure)
      if (figure.shown.kind === 'suppressed') hidden.add(key)
    }
  }
  // A part beside a figure that may not be shown would be that figure.
  for (const key of hidden) cells.delete(key)
  return [...cells].map(([key, { indicator, by }]) => {
    const at = (side: ReadonlyMap<string, Figure>) => units(side.get(key))
    const late = at(lateAdded) - at(base) - (at(lateTaken) - at(base))
    const corrected = at(known) - at(lateAdded) - (at(start) - at(lateTaken))
    return {
      indicator,
      by,
      ...(protection !== 'exact' && { protection }),
      from: at(start) / SCALE,
      to: at(end) / SCALE,
      late: late / SCALE,
      corrected: corrected / SCALE,
      redefined: (at(redefined) - at(known)) / SCALE,
      happened: (at(end) - at(redefined)) / SCALE,
    }
  })
}

// Shares are taken apart in millionths, as they are printed: whole numbers add up exactly.
const SCALE = 1_000_000

function units(figure: Figure | undefined): number {
  return Math.round((figure?.value ?? 0) * SCALE)
}

function knowledgeOf(side: Side): Knowledge {
  return { knownAt: getMoment(side.knownAt), position: side.position }
}

function sameKnowledge(a: Knowledge, b: Knowledge): boolean {
  return a.knownAt === b.knownAt && a.position === b.position
}

/** Cells by what they count, whatever the version: a redefinition changes the same cell. */
function toCells(figures: readonly ProtectedFigure[]): Map<string, ProtectedFigure> {
  return new Map(figures.map((figure) => [cellKey(figure), figure]))
}

/** A cell's name: the indicator and its dimensions in alphabetical order. */
export function cellKey(figure: {
  indicator: string
  by: Readonly<Record<string, string>>
}): string {
  return JSON.stringify([figure.indicator, Object.entries(figure.by).sort()])
}
