const counts = new Intl.NumberFormat('nl-NL')

/** A count in Dutch notation: 1204 is "1.204". */
export function formatCount(value: number): string {
  return counts.format(value)
}

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })

/** A whole number of cents in euros: 123456 is "€ 1.234,56". */
export function formatEuros(cents: number): string {
  return euros.format(cents / 100)
}

/** A share as a percentage: 0.819 is "82%", with one decimal "81,9%". */
export function formatShare(value: number, decimals = 0): string {
  return `${new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value * 100)}%`
}

/** A change with its sign: "+23", "−23" (a real minus), "0". */
export function formatChange(value: number): string {
  if (value === 0) return '0'
  return `${value > 0 ? '+' : '−'}${formatCount(Math.abs(value))}`
}

/** A change of a share, in percentage points: 0.012 is "+1,2 procentpunt". */
export function formatPointChange(value: number): string {
  const points = Math.round(Math.abs(value) * 1000) / 10
  const size = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }).format(points)
  if (points === 0) return `0 procentpunt`
  return `${value > 0 ? '+' : '−'}${size} procentpunt`
}

export type NumberKind = 'count' | 'share'

/** A figure in the notation of its kind; shares with one decimal when that is asked for. */
export function formatFigure(value: number, kind: NumberKind, decimals = 0): string {
  return kind === 'share' ? formatShare(value, decimals) : formatCount(value)
}

/** A change in the notation of its kind. */
export function formatDifference(value: number, kind: NumberKind): string {
  return kind === 'share' ? formatPointChange(value) : formatChange(value)
}
