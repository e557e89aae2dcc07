import { err, ok, type Result } from '@tijdig/core'
import { type FrozenPublication, thaw } from './frozen-publication.ts'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

/** Beyond this PostgreSQL's number ends. */
const LARGEST = 2_147_483_647

export async function findPublication(
  house: House,
  number: number,
): Promise<Result<FrozenPublication, HouseError>> {
  const possible = Number.isInteger(number) && number >= 1 && number <= LARGEST
  const publication = possible ? await house.store.findPublication(number) : undefined
  if (publication) return ok(thaw(publication))
  const { length } = await house.store.publications()
  const choice =
    length === 0
      ? 'Er is nog niets gepubliceerd.'
      : length === 1
        ? 'Er is er 1.'
        : `Er zijn er ${length}.`
  return err(houseError('publication-unknown', `Publicatie ${number} bestaat niet. ${choice}`))
}
