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
  const sorted = [...waited].sort((a, b) => a.time - b.time)
  const steps: { time: number; left: number }[] = []
  let left = 1
  let came = 0
  for (let place = 0; place < sorted.length; ) {
    const time = (sorted[place] as Waited).time
    const atRisk = sorted.length - place
    let now = 0
    while (place < sorted.length && (sorted[place] as Waited).time === time) {
      if ((sorted[place] as Waited).came) now++
      place++
    }
    if (now === 0) continue
    came += now
    left *= 1 - now / atRisk
    steps.push({ time, left })
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
