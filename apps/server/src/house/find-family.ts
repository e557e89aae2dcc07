import { err, findDay, ok, type Result } from '@tijdig/core'
import { type FoundFamily, findBsn, type Vault } from '@tijdig/store'
import type { FamilySearch } from '../api/family-contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import type { Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { notAllowed } from './permission.ts'
import { mayKnowFamilies } from './persons.ts'

/** The families, of those one may see, in which somebody has this number or this name and birthday. */
export async function findFamily(
  house: Premises,
  vault: Vault,
  visitor: Visitor,
  search: FamilySearch,
): Promise<Result<readonly FoundFamily[], HouseError>> {
  const able = [...house.plans.keys()].some((route) => mayKnowFamilies(house, visitor, route).ok)
  if (!able) return notAllowed('Wie een gezin is, ziet alleen wie het helpt.')
  const visit = vault.visit(visitor.hash, visitor.address)
  if ('bsn' in search) {
    const bsn = findBsn(search.bsn)
    if (bsn !== undefined) return ok(await visit.findByBsn(bsn))
    const words =
      'Dit is geen burgerservicenummer: het klopt niet volgens de elfproef. Kijk de negen cijfers na.'
    return err(houseError('bsn-invalid', words, 'bsn'))
  }
  const bornOn = findDay(search.bornOn.trim())
  if (bornOn === undefined) {
    const words = 'Deze geboortedatum bestaat niet. Schrijf hem als JJJJ-MM-DD.'
    return err(houseError('person-invalid', words, 'bornOn'))
  }
  if (search.name.trim() === '') {
    return err(houseError('person-invalid', 'Vul de achternaam in.', 'name'))
  }
  return ok(await visit.findByName(search.name, bornOn))
}
