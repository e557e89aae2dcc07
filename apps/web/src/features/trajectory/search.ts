import { readClockSearch } from '../../clocks/clock-search.ts'

/** What the address of a trajectory holds: its clocks, where they were set. */
export interface TrajectorySearch {
  readonly op?: string | undefined
  readonly bekend?: string | undefined
}

export function readTrajectorySearch(search: Record<string, unknown>): TrajectorySearch {
  const { op, bekend } = readClockSearch(search)
  return { ...(op === undefined ? {} : { op }), ...(bekend === undefined ? {} : { bekend }) }
}
