/**
 * Colours on white, each at least 4.5 to 1 so that white text can stand in them, and in an order
 * in which neighbours differ in lightness and hue for colour-blind readers too.
 */
export const INK = '#1b1f24'
export const QUIET = '#5b6470'
export const LINE = '#c9cfd6'
export const TOTAL = '#4a5563'
export const MORE = '#0f5c94'
export const LESS = '#b8430b'

export const SERIES = ['#0f5c94', '#b8430b', '#00695c', '#8a3b7d', '#6b5d00', '#4a5563'] as const

export function seriesColour(index: number): string {
  return SERIES[index % SERIES.length] as string
}
