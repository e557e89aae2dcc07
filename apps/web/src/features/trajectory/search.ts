import { type ProgrammeSearch, readProgrammeSearch } from '../programmes/search.ts'

/**
 * What the address of a trajectory holds: its clocks, where they were set; and of a part of a
 * programme the view from which one came.
 */
export type TrajectorySearch = ProgrammeSearch

export function readTrajectorySearch(search: Record<string, unknown>): TrajectorySearch {
  return readProgrammeSearch(search)
}
