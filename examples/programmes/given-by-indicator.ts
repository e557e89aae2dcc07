import { readTable } from './read-table.ts'

export type GivenColumn = 'seed' | 'place' | 'key' | 'by' | 'definition' | 'cell' | 'on' | 'known'
export type Given = Readonly<Record<GivenColumn, string>>
type Stated = Readonly<Record<'seed' | 'place' | 'key', string>>

const given = new Map(
  readTable<GivenColumn>('../sources/indicators.csv').map((row) => [nameOf(row), row]),
)

/**
 * The indicator or term that gives a figure of the sources: it follows from trajectories, so no
 * programme writes it down. Undefined for all others.
 */
export function givenByIndicator(stated: Stated): Given | undefined {
  // Only what says another thing elsewhere in its document is told by its place.
  return given.get(nameOf(stated)) ?? given.get(nameOf({ ...stated, place: '' }))
}

function nameOf({ seed, place, key }: Stated): string {
  return JSON.stringify([seed, place, key])
}
