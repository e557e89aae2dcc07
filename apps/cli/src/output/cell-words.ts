import type { IndicatorDefinition } from '@tijdig/figures'

/** A cell in words: "Verblijft: in een pleeggezin"; the total of an indicator says so. */
export function cellWords(
  indicator: IndicatorDefinition | undefined,
  by: Readonly<Record<string, string>>,
): string {
  const parts = Object.entries(by).map(([dimension, code]) => {
    const known = indicator?.dimensions[dimension]
    const values = known?.values ?? {}
    const word = Object.hasOwn(values, code) ? values[code] : code
    return `${known?.label ?? dimension}: ${word}`
  })
  return parts.length === 0 ? 'totaal' : parts.join(', ')
}
