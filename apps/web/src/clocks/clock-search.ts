import { isDay, isKnownAt, readAsked } from './asked.ts'
import type { ClockSearch } from './move.ts'

/** The clocks as an address holds them; what is no day is left out. */
export function readClockSearch(search: Record<string, unknown>): ClockSearch {
  return {
    ...(isDay(search.op) ? { op: search.op } : {}),
    ...(isKnownAt(search.bekend) ? { bekend: search.bekend } : {}),
    ...(readAsked(search.vorige) ? { vorige: String(search.vorige) } : {}),
  }
}

/** Texts of an address by name; those that are not there, or empty, are left out. */
export function readTexts<const Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {}
  for (const name of names) {
    const text = search[name]
    if (typeof text === 'string' && text !== '') found[name] = text
  }
  return found
}
