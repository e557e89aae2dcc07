import { readClockSearch, readTexts } from '../../clocks/clock-search.ts'

/** What the address of the reports holds: the template at hand, and its clocks. */
export interface ReportsSearch {
  readonly sjabloon?: string | undefined
  readonly op?: string | undefined
  readonly bekend?: string | undefined
}

export function readReportsSearch(search: Record<string, unknown>): ReportsSearch {
  const { op, bekend } = readClockSearch(search)
  return {
    ...readTexts(search, ['sjabloon']),
    ...(op === undefined ? {} : { op }),
    ...(bekend === undefined ? {} : { bekend }),
  }
}

/** What the address of a comparison holds: the figure that is drawn. */
export interface ChangesSearch {
  readonly cijfer?: string | undefined
}

export function readChangesSearch(search: Record<string, unknown>): ChangesSearch {
  return readTexts(search, ['cijfer'])
}
