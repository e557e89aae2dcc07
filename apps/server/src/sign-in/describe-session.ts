import {
  formatMoment,
  mayInHouse,
  ORGANISATION_KIND_LABELS,
  PURPOSE_LABELS,
  PURPOSES_OF,
  ROLE_LABELS,
} from '@tijdig/core'
import type { Appointment } from '@tijdig/store'
import type { Session } from '../api/people-contract.ts'
import { seenAgreements } from '../house/deliveries/see-delivery.ts'
import type { House } from '../house/house.ts'
import { may, mayAtAll, mayRecordAtAll } from '../house/permission.ts'
import type { Visitor } from './visitor.ts'

/** Who is signed in, as what, until when, and what the screens may offer them. */
export async function describeSession(
  house: Pick<House, 'people' | 'access' | 'catalogue'>,
  { actor, hash }: Visitor,
  demo: boolean,
): Promise<Session> {
  const { people } = house
  const [span, organisations, appointments] = await Promise.all([
    people.span(hash),
    people.organisations(),
    actor.person === null ? [] : people.appointments(actor.person),
  ])
  if (!span) throw new Error('a session that is not there')
  const { role, kind, purpose } = actor
  const name = organisations.find(({ code }) => code === actor.organisation)?.name
  return {
    person: span.person === null ? null : { name: span.person },
    appointment: {
      id: actor.appointment ?? actor.key ?? '',
      role,
      roleLabel: ROLE_LABELS[role],
      organisation: {
        code: actor.organisation,
        name: name ?? actor.organisation,
        kind,
        kindLabel: ORGANISATION_KIND_LABELS[kind],
      },
      teams: [...actor.teams],
    },
    purpose: { code: purpose, label: PURPOSE_LABELS[purpose] },
    purposes: purposesOf(actor),
    appointments: appointments.map(describeAppointment),
    may: {
      administer: actor.person !== null && mayInHouse(role, 'administer'),
      readNotices: mayInHouse(role, 'read-notices'),
      readLog: mayInHouse(role, 'read-log'),
      deliveries: deliveriesOf(house, actor),
      readAudit: actor.person !== null && mayInHouse(role, 'read-audit'),
      routes: Object.fromEntries(
        [...house.access.keys()].map((route) => [route, abilities(house, actor, route)]),
      ),
    },
    endsAt: formatMoment(span.endsAt),
    idleMinutes: span.idleMinutes,
    demo,
  }
}

function deliveriesOf(
  house: Pick<House, 'access' | 'catalogue'>,
  actor: Visitor['actor'],
): Session['may']['deliveries'] {
  const seen = seenAgreements(house, actor)
  if (seen.some(({ isOwn }) => isOwn)) return 'own'
  return seen.length > 0 ? 'received' : 'none'
}

/** A key has the one purpose that it was made for. */
function purposesOf({ role, purpose, person }: Visitor['actor']): Session['purposes'] {
  const codes = person === null ? [purpose] : PURPOSES_OF[role]
  return codes.map((code) => ({ code, label: PURPOSE_LABELS[code] }))
}

function describeAppointment({
  id,
  role,
  organisation: { code, name },
}: Appointment): Session['appointments'][number] {
  return { id, role, roleLabel: ROLE_LABELS[role], organisation: { code, name } }
}

function abilities(
  house: Pick<House, 'access'>,
  actor: Visitor['actor'],
  route: string,
): Session['may']['routes'][string] {
  return {
    see: mayAtAll(house, actor, route, 'see').ok,
    record: mayRecordAtAll(house, actor, route, 'party').ok,
    open: mayRecordAtAll(house, actor, route, 'new').ok,
    breakGlass: actor.person !== null && may(house, actor, route, 'break-glass'),
    ownFigures: may(house, actor, route, 'ask-own-figures'),
    allFigures: may(house, actor, route, 'ask-all-figures'),
    publish: may(house, actor, route, 'publish'),
  }
}
