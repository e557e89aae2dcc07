/** One thing that was waited for: how long, and whether it came or was only waited for so long. */
export interface Waited {
  /** On any scale that only goes up, below zero too. */
  readonly time: number
  readonly came: boolean
}

/** The share for which it has not come yet, by time: 1 before the first step, down with each. */
export interface SurvivalCurve {
  /** In order of time. */
  readonly steps: readonly { readonly time: number; readonly left: number }[]
  /** How often it came. */
  readonly came: number
}

/**
 * The estimate of Kaplan and Meier (1958): at each time at which it came for some, the share of
 * those that were still waiting for whom it did not come. Who waits no longer, or is only known to
 * have waited so long, counts among those that wait until then, that time itself included.
 */
export function survivalCurve(waited: readonly Waited[]): SurvivalCurve {
  // Hundreds of thousands waited, on a thousand different times at most.
  const byTime = new Map<number, { all: number; came: number }>()
  for (const { time, came: didCome } of waited) {
    let known = byTime.get(time)
    if (!known) {
      known = { all: 0, came: 0 }
      byTime.set(time, known)
    }
    known.all++
    if (didCome) known.came++
  }
  const steps: { time: number; left: number }[] = []
  let atRisk = waited.length
  let left = 1
  let came = 0
  for (const [time, now] of [...byTime].sort(([a], [b]) => a - b)) {
    if (now.came > 0) {
      came += now.came
      left *= 1 - now.came / atRisk
      steps.push({ time, left })
    }
    atRisk -= now.all
  }
  return { steps, came }
}

/** The share for which it has not come by the end of a time. */
export function leftAt({ steps }: SurvivalCurve, time: number): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle] as { time: number }).time <= time) low = middle + 1
    else high = middle
  }
  return low === 0 ? 1 : (steps[low - 1] as { left: number }).left
}

/**
 * The chance that it has still not come at `until`, for whom it had not come at `from`. Undefined
 * where nobody ever waited so long: then there is nothing to go by.
 */
export function chanceOfMissing(
  curve: SurvivalCurve,
  from: number,
  until: number,
): number | undefined {
  const before = leftAt(curve, from)
  return before === 0 ? undefined : leftAt(curve, until) / before
}
