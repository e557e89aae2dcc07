import { err, ok, type Result } from '@tijdig/core'
import type { PublicationLine } from '@tijdig/store'
import { type FrozenPublication, thaw } from './frozen-publication.ts'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

/** Beyond this PostgreSQL's number ends. */
const LARGEST = 2_147_483_647

/** A publication, also one that was delivered to one organisation. */
export function findPublication(
  house: House,
  number: number,
): Promise<Result<FrozenPublication, HouseError>> {
  return find(house, number, () => true)
}

/** A publication that everybody who works here may read: no delivery. */
export function findArchived(
  house: House,
  number: number,
): Promise<Result<FrozenPublication, HouseError>> {
  return find(house, number, isArchived)
}

export function isArchived({ delivered }: Pick<PublicationLine, 'delivered'>): boolean {
  return delivered === undefined
}

async function find(
  house: House,
  number: number,
  counts: (publication: Pick<PublicationLine, 'delivered'>) => boolean,
): Promise<Result<FrozenPublication, HouseError>> {
  const possible = Number.isInteger(number) && number >= 1 && number <= LARGEST
  const publication = possible ? await house.store.findPublication(number) : undefined
  if (publication && counts(publication)) return ok(thaw(publication))
  const { length } = (await house.store.publications()).filter(counts)
  const choice =
    length === 0
      ? 'Er is nog niets gepubliceerd.'
      : length === 1
        ? 'Er is er 1.'
        : `Er zijn er ${length}.`
  return err(houseError('publication-unknown', `Publicatie ${number} bestaat niet. ${choice}`))
}
