import { readTexts } from '../../clocks/clock-search.ts'

/** What the address of the page for breaking the glass holds: of which trajectory. */
export interface GlassSearch {
  readonly route?: string
  readonly traject?: string
}

export function readGlassSearch(search: Record<string, unknown>): GlassSearch {
  return readTexts(search, ['route', 'traject'])
}
