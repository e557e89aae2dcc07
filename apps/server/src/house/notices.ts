import { err, formatMoment, mayInHouse, ok, type Result, ROLE_LABELS } from '@tijdig/core'
import type { Notice } from '@tijdig/store'
import type { Visitor } from '../sign-in/visitor.ts'
import type { Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { type Directory, nameOf, type Organisations, organisationsOf } from './organisations.ts'
import { notAllowed } from './permission.ts'

/** Who broke the glass of what concerns somebody. */
export async function readNotices(
  house: Premises,
  { actor, visit }: Visitor,
  directory: Directory,
): Promise<Result<ReturnType<typeof noticeView>[], HouseError>> {
  if (!mayInHouse(actor.role, 'read-notices')) return notAllowed()
  const [notices, organisations] = [await visit.notices(), await organisationsOf(directory)]
  return ok(notices.map((notice) => noticeView(house, organisations, notice)))
}

/** Marks a notice as seen. */
export async function seeNotice(
  { actor, visit }: Visitor,
  id: string,
): Promise<Result<undefined, HouseError>> {
  if (!mayInHouse(actor.role, 'read-notices')) return notAllowed()
  if (isUuid(id) && (await visit.seeNotice(id))) return ok(undefined)
  return err(houseError('notice-unknown', 'Dit bericht is er niet. Haal de lijst opnieuw op.'))
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}

function noticeView({ plans }: Premises, organisations: Organisations, notice: Notice) {
  const { id, route, trajectory, by, reason, brokenAt, endsAt, seenAt } = notice
  return {
    id,
    route,
    routeLabel: plans.get(route)?.route.label ?? route,
    trajectory,
    by: {
      name: by.name,
      role: by.role,
      roleLabel: ROLE_LABELS[by.role],
      organisation: by.organisation,
      organisationName: nameOf(organisations, by.organisation),
    },
    reason,
    brokenAt: formatMoment(brokenAt),
    endsAt: formatMoment(endsAt),
    seenAt: seenAt === null ? null : formatMoment(seenAt),
  }
}
