import { err, ok, type Result } from '@tijdig/core'
import type { FamilyPerson, SeenTrajectory, Vault } from '@tijdig/store'
import type { Family, KeptPerson } from '../api/family-contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import { isAboutFamily } from './about-family.ts'
import { checkPerson } from './check-person.ts'
import { findPlan, type Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { trajectoryUnknown } from './look-up-trajectory.ts'
import { mayAtAll, notAllowed } from './permission.ts'

interface Named {
  readonly route: string
  readonly id: string
}

/** Who the family of a trajectory is. */
export async function readFamily(
  house: Premises,
  vault: Vault,
  visitor: Visitor,
  named: Named,
): Promise<Result<Family, HouseError>> {
  const able = mayKnowFamilies(house, visitor, named.route)
  if (!able.ok) return able
  const found = await vault.visit(visitor.hash, visitor.address).persons(named.route, named.id)
  if (found === undefined) return err(trajectoryUnknown())
  if (typeof found === 'string') return personsRefusal(found)
  const seen = await visitor.visit.findTrajectory(named.route, named.id)
  if (!seen) return err(trajectoryUnknown())
  const { persons, mayKeep, destroyedOn } = found
  const known = new Set(persons.map(({ code }) => code))
  return ok({
    persons: [...persons],
    mayKeep,
    destroyedOn,
    unnamed: childrenOf(seen).filter((code) => !known.has(code)),
  })
}

/** Keeps a person under a code, whole. */
export async function keepPerson(
  house: Premises,
  vault: Vault,
  visitor: Visitor,
  named: Named & { readonly code: string },
  given: KeptPerson,
): Promise<Result<FamilyPerson, HouseError>> {
  const able = mayKnowFamilies(house, visitor, named.route)
  if (!able.ok) return able
  const person = checkPerson(house, named.code, given)
  if (!person.ok) return person
  const kept = await vault
    .visit(visitor.hash, visitor.address)
    .keep(named.route, named.id, person.value)
  if (kept === undefined) return err(trajectoryUnknown())
  return kept === 'kept' ? person : personsRefusal(kept)
}

export async function removePerson(
  house: Premises,
  vault: Vault,
  visitor: Visitor,
  { route, id, code }: Named & { readonly code: string },
): Promise<Result<undefined, HouseError>> {
  const able = mayKnowFamilies(house, visitor, route)
  if (!able.ok) return able
  const removed = await vault.visit(visitor.hash, visitor.address).remove(route, id, code)
  if (removed === undefined) return err(trajectoryUnknown())
  if (removed === 'removed') return ok(undefined)
  if (removed !== 'not-there') return personsRefusal(removed)
  const words = 'Deze persoon staat niet meer bij het gezin. Laad de pagina opnieuw.'
  return err(houseError('person-unknown', words))
}

/** Refuses who may know of no family of a route: for another purpose, or by a key. */
export function mayKnowFamilies(
  house: Premises,
  { actor }: Visitor,
  route: string,
): Result<undefined, HouseError> {
  const plan = findPlan(house, route)
  if (!plan.ok) return plan
  if (!isAboutFamily(plan.value.route)) {
    return notAllowed('Hier gaat niets over een gezin, dus er is niemand om te kennen.')
  }
  const isForHelp = actor.purpose === 'help' || actor.purpose === 'coordination'
  return isForHelp && actor.person !== null
    ? mayAtAll(house, actor, route, 'see')
    : notAllowed('Wie een gezin is, ziet alleen wie het helpt.')
}

export function personsRefusal(why: 'not-allowed' | 'key-missing' | 'destroyed') {
  switch (why) {
    case 'not-allowed':
      return notAllowed('Wie dit gezin is, ziet en verandert alleen wie erbij betrokken is.')
    case 'destroyed':
      return err(
        houseError('family-destroyed', 'Dit dossier is vernietigd. Er kan niets meer bij komen.'),
      )
    case 'key-missing':
      return err(
        houseError(
          'family-key-missing',
          'De sleutel van dit gezin ontbreekt; zonder die sleutel is niet te lezen wie het is. ' +
            'Vraag uw beheerder de sleutels uit de reservekopie terug te zetten.',
        ),
      )
    default:
      return why satisfies never
  }
}

/** The children that the log names, by their pseudonyms. */
function childrenOf({ events }: SeenTrajectory): string[] {
  const codes = events.flatMap(({ data: { child } }) => (typeof child === 'string' ? [child] : []))
  return [...new Set(codes)].sort()
}
