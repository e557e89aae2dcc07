import {
  dayOfMoment,
  EVERYTHING,
  err,
  formatMoment,
  ok,
  PURPOSE_LABELS,
  PURPOSES_OF,
  type Result,
  ROLE_LABELS,
  ROLES,
  readEvents,
} from '@tijdig/core'
import type { FileDocument } from '@tijdig/reports'
import type { FamilyFile, FamilyFiles } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import { findPlan, type Premises } from '../house.ts'
import type { HouseError } from '../house-error.ts'
import { trajectoryUnknown } from '../look-up-trajectory.ts'
import { type Directory, nameOf, organisationsOf } from '../organisations.ts'
import { may, mayAtAll, notAllowed } from '../permission.ts'
import { mayKnowFamilies, personsRefusal } from '../persons.ts'
import { stateOfAffairs } from '../state-of-affairs.ts'
import { dayWords } from './words.ts'
import { writeFile } from './write-file.ts'

interface Named {
  readonly route: string
  readonly id: string
}

/**
 * All that is kept about a family and who looked, as a document to give to it. For who may know who
 * the family is and may share what is kept of it.
 */
export async function giveFile(
  house: Premises & { readonly directory: Directory },
  files: FamilyFiles,
  visitor: Visitor,
  named: Named,
): Promise<Result<FileDocument, HouseError>> {
  const plan = findPlan(house, named.route)
  if (!plan.ok) return plan
  const able = mayKnowFamilies(house, visitor, named.route)
  if (!able.ok) return able
  const gives = mayAtAll(house, visitor.actor, named.route, 'share')
  if (!gives.ok) return gives
  const today = dayOfMoment(house.now())
  const file = await files.visit(visitor.hash, visitor.address).take(named, today)
  if (file === undefined) return err(trajectoryUnknown())
  if (file === 'not-allowed') return notAllowed('Inzage geeft wie bij het gezin betrokken is.')
  if (file === 'key-missing') return personsRefusal(file)
  const organisations = await organisationsOf(house.directory)
  const given = file.looks.at(-1)
  if (!given) throw new Error('a file was given and that was not recorded')
  const state = stateOfAffairs(plan.value, file.trajectory.events, EVERYTHING, today)
  const source = {
    file,
    plan: plan.value,
    organisations,
    words: await dayWords(),
    state,
    reading: readEvents(file.trajectory.events),
    seenBy: whoSees(house, visitor, named.route, file),
  }
  return ok(
    writeFile(source, {
      at: formatMoment(given.at),
      by: given.by?.name ?? '',
      role: visitor.actor.role,
      organisation: nameOf(organisations, visitor.actor.organisation),
    }),
  )
}

/** In which roles, for which purposes, all that is hidden here can be seen. */
function whoSees(
  house: Premises,
  { actor }: Visitor,
  route: string,
  { hidden }: FamilyFile,
): string | null {
  if (hidden.length === 0) return null
  const able = ROLES.flatMap((role) =>
    PURPOSES_OF[role].flatMap((purpose) => {
      const as = { ...actor, role, purpose }
      const sees = hidden.every(({ field: detail }) =>
        may(house, as, route, 'see-field', { relation: 'party', detail }),
      )
      return sees ? [`${ROLE_LABELS[role]} (doel: ${PURPOSE_LABELS[purpose]})`] : []
    }),
  )
  return able.length === 0 ? null : able.join(', ')
}
