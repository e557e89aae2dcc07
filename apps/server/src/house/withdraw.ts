import { err, ok, type Result } from '@tijdig/core'
import type { Doer, Publication } from '@tijdig/store'
import type { House } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'

const LONGEST_REASON = 500

/**
 * Takes a publication out of what everybody may read. It stays as it is for who signs in; its
 * address keeps working, and says when and why.
 */
export async function withdraw(
  house: House,
  publication: Publication,
  given: string,
  by?: Doer,
): Promise<Result<Publication, HouseError>> {
  const { number, audience, withdrawn } = publication
  const reason = given.trim()
  if (reason === '' || reason.length > LONGEST_REASON) {
    const words = `Schrijf in ten hoogste ${LONGEST_REASON} tekens waarom. Iedereen kan het lezen.`
    return err(houseError('reason-missing', words, 'reason'))
  }
  if (audience !== 'public') {
    const words = `Publicatie ${number} is niet openbaar. Er is niets om in te trekken.`
    return err(houseError('publication-not-public', words))
  }
  if (withdrawn) {
    return err(houseError('publication-withdrawn', `Publicatie ${number} is al ingetrokken.`))
  }
  const withdrawal = { at: house.now(), reason }
  await house.store.withdraw(number, withdrawal, by)
  return ok({ ...publication, withdrawn: withdrawal })
}
