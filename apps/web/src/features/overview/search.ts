import { readClockSearch, readTexts } from '../../clocks/clock-search.ts'
import type { ClockSearch } from '../../clocks/move.ts'

/** What the address of the overview holds; `cijfer` is the figure whose change is drawn. */
export interface OverviewSearch extends ClockSearch {
  readonly route?: string | undefined
  readonly cijfer?: string | undefined
}

export function readOverviewSearch(search: Record<string, unknown>): OverviewSearch {
  return { ...readTexts(search, ['route', 'cijfer']), ...readClockSearch(search) }
}
