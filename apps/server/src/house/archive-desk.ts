import type { Explanation, IndicatorLabels, ProtectedFigure } from '@tijdig/figures'
import type { Edition, EditionLine, OpenPublication } from '@tijdig/store'
import { labelsOfRoutes } from './compose-report.ts'
import { explainTables, isChanged } from './explain-tables.ts'
import { type FrozenPublication, questionOf, routesOf, thaw } from './frozen-publication.ts'
import type { House, Premises } from './house.ts'
import { contentOfPublication } from './report-files.ts'
import { distinctTables } from './wanted-tables.ts'

/** How many comparisons are remembered: what was published never changes, so neither do they. */
const REMEMBERED = 200

/** A publication for everybody; without what it froze where it was withdrawn. */
export interface ReadEdition extends Omit<Edition, 'content'> {
  readonly frozen: FrozenPublication<OpenPublication> | null
}
export type StandingEdition = ReadEdition & { readonly frozen: FrozenPublication<OpenPublication> }

/** All that is done for who did not sign in: only what was published for everybody is in reach. */
export interface ArchiveDesk extends Pick<Premises, 'catalogue'> {
  /** Names this log for ever, whatever the server is called. */
  identity(): Promise<string>
  editions(words?: readonly string[]): Promise<readonly EditionLine[]>
  findEdition(address: string): Promise<ReadEdition | undefined>
  /** Of all that its figures can be. */
  labels(edition: StandingEdition): readonly IndicatorLabels[]
  /** As its files give them: protected, with nothing behind what is hidden or rounded. */
  figures(edition: StandingEdition): readonly ProtectedFigure[]
  /**
   * What moved from one to another, and why. Undefined where that may not be told: the parts of a
   * change would show what was rounded.
   */
  changes(from: StandingEdition, to: StandingEdition): Promise<readonly Explanation[] | undefined>
}

export function openArchiveDesk(house: House): ArchiveDesk {
  const { archive } = house.store
  const known = new Map<string, Promise<readonly Explanation[]>>()
  // One at a time: who did not sign in never takes more than that of what others count with.
  let last: Promise<unknown> = Promise.resolve()
  const explained = (from: StandingEdition, to: StandingEdition) => {
    const key = `${from.address} ${to.address}`
    const found = known.get(key)
    if (found) return found
    const made = last.then(() => explainEditions(house, from, to))
    last = made.catch(() => known.delete(key))
    known.set(key, made)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
    return made
  }
  return {
    catalogue: house.catalogue,
    identity: async () => (await house.store.head()).identity,
    editions: (words) => archive.editions(words),
    async findEdition(address) {
      const edition = await archive.findEdition(address)
      if (!edition) return undefined
      const { content, ...line } = edition
      return { ...line, frozen: content && thaw(content) }
    },
    labels: ({ frozen }) => labelsOfRoutes(house, routesOf(frozen.asked)),
    figures: ({ frozen }) => contentOfPublication(house.catalogue.indicators, frozen).figures,
    async changes(from, to) {
      const exact = [from, to].every(({ frozen }) => frozen.asked.protection === 'exact')
      return exact ? explained(from, to) : undefined
    },
  }
}

async function explainEditions(
  house: House,
  from: StandingEdition,
  to: StandingEdition,
): Promise<readonly Explanation[]> {
  const asked = [from, to].map(({ frozen }) => frozen.asked)
  const tables = distinctTables(asked.flatMap((each) => each.tables))
  const ends = [questionOf(from.frozen.asked), questionOf(to.frozen.asked)] as const
  const { explanations } = await house.facts.use((file) => explainTables(house, file, ends, tables))
  return explanations.filter(isChanged)
}
