import { readTable } from './read-table.ts'

const given = new Set(readTable<'key'>('../sources/indicators.csv').map(({ key }) => key))

/**
 * Figures of the support team that an indicator of route `ot` counts, or a term of it holds: they
 * follow from trajectories, so no programme writes them down.
 */
export function isGivenByIndicator(key: string): boolean {
  return given.has(key)
}
