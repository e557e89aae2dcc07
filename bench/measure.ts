import { performance } from 'node:perf_hooks'

/** How long one run of some work takes, in milliseconds. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Times of several runs, after one that does not count. */
export async function times(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const taken: number[] = []
  for (let run = 0; run < runs; run++) taken.push(await time(work))
  return taken
}

/** The middle of several times, or any other part of them: 0.95 is what all but 5 % stay under. */
export function quantile(taken: readonly number[], part = 0.5): number {
  const sorted = [...taken].sort((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}

/** One line of the table: what was measured, beside its peer. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly peer: string
  readonly ratio: string
  readonly aim: string
}

export function milliseconds(value: number): string {
  return value < 100
    ? `${value.toFixed(1)} ms`
    : value < 10_000
      ? `${value.toFixed(0)} ms`
      : `${(value / 1000).toFixed(1)} s`
}
