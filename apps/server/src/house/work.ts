import {
  type ClockDefinition,
  type Day,
  dayOfMoment,
  formatDay,
  ORGANISATION_KINDS,
  ok,
  PURPOSES_OF,
  type Result,
  ROLE_LABELS,
  ROLES,
  type Role,
  type RouteDefinition,
} from '@tijdig/core'
import { endOfWeek, type WorkLine as StoredLine, type WorkQuery } from '@tijdig/store'
import type { Colleague, Work, WorkLine } from '../api/contract.ts'
import type { Visitor } from '../sign-in/visitor.ts'
import type { Premises } from './house.ts'
import type { HouseError } from './house-error.ts'
import { type Directory, teamNames } from './organisations.ts'
import { may, mayAtAll, notAllowed } from './permission.ts'

/** What somebody has to do, in the words of the routes. */
export async function workFor(
  house: Premises,
  { actor, visit }: Visitor,
  asked: Omit<WorkQuery, 'today'>,
): Promise<Result<Work, HouseError>> {
  const able = [...house.plans.keys()].some((route) => mayAtAll(house, actor, route, 'see').ok)
  if (!able) return notAllowed()
  const today = dayOfMoment(house.now())
  const { part, counts, lines } = await visit.work({ ...asked, today })
  return ok({
    of: asked.of,
    page: asked.page,
    pageSize: asked.pageSize,
    part,
    today: formatDay(today),
    weekEndsOn: formatDay(endOfWeek(today)),
    counts,
    lines: lines.flatMap((line) => inWords(house, line, today)),
  })
}

/** Nothing of a route that the program no longer knows: there is nothing to be done about it here. */
function inWords(house: Premises, line: StoredLine, today: Day): WorkLine[] {
  const route = house.plans.get(line.route)?.route
  const clock = route?.facts[line.fact]
  if (!route || clock?.kind !== 'clock') return []
  const { dueOn, isMine, worker, beside, state } = line
  return [
    {
      route: route.code,
      routeLabel: route.label,
      id: line.id,
      state: state === null ? null : (route.states[state]?.label ?? state),
      term: clock.code,
      label: clock.label,
      norm: clock.norm,
      startedOn: formatDay(line.startedOn),
      dueOn: dueOn === null ? null : formatDay(dueOn),
      daysLeft: dueOn === null ? null : dueOn - today,
      step: { code: clock.to, label: route.events[clock.to]?.label ?? clock.to, may: isMine },
      waitsFor: isMine ? [] : rolesFor(house, route, clock).map(roleChoice),
      worker,
      beside,
    },
  ]
}

/** Who may take the step by which a term is met, in one of the states in which it can be. */
function rolesFor(house: Premises, route: RouteDefinition, { to }: ClockDefinition): Role[] {
  const states = ['', ...Object.keys(route.states)]
  return ROLES.filter((role) =>
    PURPOSES_OF[role].some((purpose) =>
      states.some((state) =>
        may(house, { role, purpose, kind: ORGANISATION_KINDS[0] }, route.code, 'record', {
          relation: 'party',
          detail: to,
          state,
        }),
      ),
    ),
  )
}

function roleChoice(role: Role) {
  return { code: role, label: ROLE_LABELS[role] }
}

/** Who work in one's own organisation, to assign trajectories to. */
export async function colleaguesOf(
  { actor, visit }: Visitor,
  directory: Directory,
): Promise<Colleague[]> {
  const colleagues = await visit.colleagues()
  const names = await teamNames(directory, actor.organisation)
  return colleagues.map((each) => ({
    ...each,
    roleLabel: ROLE_LABELS[each.role],
    teams: each.teams.map((code) => ({ code, label: names.get(code) ?? code })),
  }))
}
