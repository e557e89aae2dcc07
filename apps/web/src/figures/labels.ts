import type { Indicator } from '@tijdig/server/contract'
import { periodInWords } from '@tijdig/ui'

/** The name of a dimension: "plaats van verblijf". */
export function dimensionLabel(indicator: Indicator, dimension: string): string {
  return indicator.dimensions[dimension]?.label ?? dimension
}

/** A code in words: of its dimension, else of a period, else as it is. */
export function codeLabel(indicator: Indicator, dimension: string, code: string): string {
  return indicator.dimensions[dimension]?.values[code] ?? periodInWords(code)
}

/** A cell in words: "pleeggezin, 1e kwartaal 2023"; a total is said to be one. */
export function cellLabel(indicator: Indicator, by: Readonly<Record<string, string>>): string {
  const parts = Object.entries(by).map(([dimension, code]) => codeLabel(indicator, dimension, code))
  return parts.length === 0 ? 'totaal' : parts.join(', ')
}

/** "Kinderen naar plaats van verblijf"; a name that begins with the dimension need not repeat it. */
export function tableTitle(indicator: Indicator, dimensions: readonly string[]): string {
  if (dimensions.length === 0) return indicator.label
  const names = dimensions
    .map((dimension) => dimensionLabel(indicator, dimension))
    .filter((name) => !indicator.label.startsWith(name))
    .map(lower)
  if (names.length === 0) return indicator.label
  return `${indicator.label} naar ${names.join(' en ')}`
}

/** The first letter small, unless the word is written in capitals. */
export function lower(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
