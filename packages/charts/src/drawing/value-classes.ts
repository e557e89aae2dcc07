/** A span of values that are drawn alike. */
export interface ValueClass {
  readonly from: number
  readonly to: number
}

/**
 * Puts values in at most so many classes of about as many values each; the same value is never in
 * two. Where a few values are far above the rest, classes of the same width would all be one.
 */
export function valueClasses(values: readonly number[], most: number): readonly ValueClass[] {
  const sorted = [...values].sort((a, b) => a - b)
  const classes: ValueClass[] = []
  let start = 0
  for (let left = most; start < sorted.length; left--) {
    const share = Math.ceil((sorted.length - start) / Math.max(1, left))
    let end = Math.min(sorted.length, start + share)
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++
    classes.push({ from: sorted[start] ?? 0, to: sorted[end - 1] ?? 0 })
    start = end
  }
  return classes
}

export function classOf(value: number, classes: readonly ValueClass[]): number {
  return classes.findIndex(({ from, to }) => value >= from && value <= to)
}
