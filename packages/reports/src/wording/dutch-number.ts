/** A space that keeps a number and its sign on one line. */
const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'

/** Writes a whole number the Dutch way: `1.234`, `−5`. */
export function formatCount(value: number): string {
  const digits = String(Math.abs(Math.trunc(value)))
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '.')
  return value <= -1 ? `${MINUS}${grouped}` : grouped
}

/** Writes a change with its sign: `+23`, `−5`, `0`. */
export function formatChange(value: number): string {
  return value > 0 ? `+${formatCount(value)}` : formatCount(value)
}

/** Writes a change of a share in percentage points, rounded half away from zero: `+2,3`. */
export function formatPointChange(change: number, decimals = 1): string {
  const scale = 10 ** decimals
  // The nudge undoes binary fractions such as 0.285 * 100 = 28.499…
  const rounded = Math.round(Math.abs(change) * 100 * scale + 1e-9)
  if (rounded === 0) return '0'
  return `${change > 0 ? '+' : MINUS}${withDecimals(rounded, decimals)}`
}

/**
 * Writes a share as a percentage, rounded half up: `82 %`, `81,9 %`.
 * With numerator and denominator the rounding is exact.
 */
export function formatShare(
  share: number | { readonly numerator: number; readonly denominator: number },
  decimals = 0,
): string {
  const scale = 100 * 10 ** decimals
  const rounded =
    typeof share === 'number'
      ? Math.round(share * scale + 1e-9)
      : Math.floor((2 * share.numerator * scale + share.denominator) / (2 * share.denominator))
  return `${withDecimals(rounded, decimals)}${NO_BREAK_SPACE}%`
}

function withDecimals(scaled: number, decimals: number): string {
  const scale = 10 ** decimals
  const whole = formatCount(Math.floor(scaled / scale))
  if (decimals === 0) return whole
  return `${whole},${String(scaled % scale).padStart(decimals, '0')}`
}
