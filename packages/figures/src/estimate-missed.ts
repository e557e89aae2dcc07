import { type Day, FOREVER } from '@tijdig/core'
import type { ClockRow } from './clock-rows.ts'
import { chanceOfMissing, type SurvivalCurve, survivalCurve, type Waited } from './survival.ts'

/** Below this many that were met there is too little history to go by. */
export const LEAST_HISTORY = 10

/** How many of the open terms of a group will probably be missed. */
export interface MissedEstimate {
  readonly group: string
  /** Open terms that do not stand still. */
  readonly open: number
  /** Open terms that stand still: of these nothing is said. */
  readonly still: number
  /** The sum of their chances; null where there is too little history. */
  readonly missed: number | null
}

/**
 * Estimates how many open terms will be missed, each group by its own history. The wait is counted
 * towards the due day (0), so that a term that stood still counts from where it went on. What lapsed
 * or is still open waited until then.
 * @param clocks All clocks of a norm, as they stood on `cutOff`.
 */
export function estimateMissed(clocks: readonly ClockRow[], cutOff: Day): MissedEstimate[] {
  const groups = new Map<string, ClockRow[]>()
  for (const clock of clocks) {
    const known = groups.get(clock.group)
    if (known) known.push(clock)
    else groups.set(clock.group, [clock])
  }
  return [...groups]
    .map(([group, own]) => estimateGroup(group, own, cutOff))
    .filter(({ open, still }) => open + still > 0)
    .sort((a, b) => (a.group < b.group ? -1 : 1))
}

function estimateGroup(group: string, clocks: readonly ClockRow[], cutOff: Day): MissedEstimate {
  const running = clocks.filter(({ outcome }) => outcome === 'running')
  const open = running.filter(({ dueOn }) => dueOn !== FOREVER)
  const curve = survivalCurve(clocks.flatMap((clock) => waitedOf(clock, cutOff)))
  return {
    group,
    open: open.length,
    still: running.length - open.length,
    missed: curve.came < LEAST_HISTORY ? null : sumOfChances(curve, open, cutOff),
  }
}

function sumOfChances(curve: SurvivalCurve, open: readonly ClockRow[], cutOff: Day): number {
  let sum = 0
  // Where nobody ever waited so long, as many are missed as not, for all that is known.
  for (const { dueOn } of open) sum += chanceOfMissing(curve, cutOff - dueOn, 0) ?? 0.5
  return sum
}

function waitedOf({ dueOn, metOn, endedOn, outcome }: ClockRow, cutOff: Day): Waited[] {
  if (dueOn === FOREVER) return []
  switch (outcome) {
    case 'in-time':
    case 'late':
      return [{ time: metOn - dueOn, came: true }]
    case 'lapsed':
      return [{ time: endedOn - dueOn, came: false }]
    case 'overdue':
    case 'running':
      return [{ time: Math.min(cutOff, endedOn) - dueOn, came: false }]
    default:
      return outcome satisfies never
  }
}
