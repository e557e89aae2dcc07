import {
  CORRECTION_EXPLAINED,
  RETRACTED,
  type RecordedEvent,
  type RouteDefinition,
  SHARING_EVENTS,
} from '@tijdig/core'
import type { Actor, SeenTrajectory } from '@tijdig/store'
import type { Premises } from './house.ts'
import { type HouseError, houseError } from './house-error.ts'
import { may, notAllowed } from './permission.ts'

/** What somebody may do about what was recorded earlier. */
export type MayCorrect = 'nothing' | 'withdraw' | 'correct'

/** Recorded in other ways, or belonging to another. */
const NEVER: ReadonlySet<string> = new Set([RETRACTED, CORRECTION_EXPLAINED, ...SHARING_EVENTS])

/**
 * Whoever may record such an event in some state, may withdraw it in any: the state in which the
 * trajectory now stands often follows from the very thing that is wrong. To write it anew one must
 * be able to read all of it, or something would get lost unseen.
 */
export function mayCorrect(
  house: Premises,
  actor: Actor,
  route: RouteDefinition,
  { relation, sharedFields: shared }: Pick<SeenTrajectory, 'relation' | 'sharedFields'>,
  event: Pick<RecordedEvent, 'type' | 'superseders'>,
): MayCorrect {
  const { type } = event
  if (NEVER.has(type) || event.superseders.length > 0) return 'nothing'
  const able = ['', ...Object.keys(route.states)].some((state) =>
    may(house, actor, route.code, 'record', { relation, state, detail: type }),
  )
  if (!able) return 'nothing'
  const readsAll = Object.keys(route.events[type]?.fields ?? {}).every((detail) =>
    may(house, actor, route.code, 'see-field', { relation, detail, shared }),
  )
  return readsAll ? 'correct' : 'withdraw'
}

/** Why something may not take the place of an earlier event. */
export function correctionRefusal(
  house: Premises,
  actor: Actor,
  route: RouteDefinition,
  seen: SeenTrajectory,
  given: { readonly type: string; readonly supersedes: string; readonly why?: string | undefined },
): HouseError | undefined {
  const old = seen.events.find(({ id }) => id === given.supersedes)
  if (!old || old.type === RETRACTED || old.superseders.length > 0) {
    return houseError(
      'not-standing',
      'Wat u wilt verbeteren, geldt niet meer of staat niet in dit traject. Bekijk het traject opnieuw.',
      'supersedes',
    )
  }
  switch (mayCorrect(house, actor, route, seen, old)) {
    case 'nothing':
      return notAllowed('Dit kan alleen verbeteren wie zoiets ook mag vastleggen.').error
    case 'withdraw':
      if (given.type === RETRACTED) break
      return notAllowed('Hierin staat iets wat u in deze rol niet mag zien.').error
    case 'correct':
      break
  }
  if (given.why !== undefined) return undefined
  const reason = 'Zeg waarom u dit verbetert of intrekt: kies een reden.'
  return houseError('reason-missing', reason, 'why')
}
