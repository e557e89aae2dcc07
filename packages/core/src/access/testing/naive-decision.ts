import type { RouteDefinition } from '../../route.ts'
import type { AccessQuestion } from '../decide.ts'
import { PURPOSES_OF, type Purpose, type Role } from '../role.ts'
import type { StepAccess } from '../route-access.ts'

/** What the definition says, read as plainly as can be. For the tests only. */
export function naiveDecision(route: RouteDefinition, question: AccessQuestion): boolean {
  const { role, purpose, kind, relation, action, detail, state, shared } = question
  const { access } = route
  const holds = (roles: readonly Role[]) => roles.includes(role)
  if (!(PURPOSES_OF[role] as readonly Purpose[]).includes(purpose)) return false
  const works = access.purposes.includes(purpose)
  const isSeen = relation !== 'none' && relation !== 'new' && holds(access.see[relation]) && works
  switch (action) {
    case 'see':
      return isSeen
    case 'see-field': {
      const named = Object.values(route.events).flatMap(({ fields }) =>
        Object.hasOwn(fields, detail) ? [fields[detail]] : [],
      )
      if (!isSeen || named.length === 0) return false
      if (relation === 'shared' && !shared.includes(detail)) return false
      return named.every(
        (field) =>
          (field?.may?.roles?.includes(role) ?? true) &&
          (field?.may?.purposes?.includes(purpose) ?? true),
      )
    }
    case 'record': {
      if (!Object.hasOwn(route.events, detail)) return false
      const isPartner = ['partyJoined', 'partyLeft'].includes(detail)
      const partners = isPartner && access.partners ? { roles: access.partners } : undefined
      const step: StepAccess = partners ?? route.events[detail]?.may ?? access.record
      if (!holds(step.roles) || !works) return false
      if (relation === 'new') return step.opens === true
      return relation === 'party' && (step.states?.includes(state) ?? true)
    }
    case 'share':
      return relation === 'party' && holds(access.share) && works
    case 'break-glass':
      return holds(access.breakGlass) && works
    case 'ask-own-figures':
      return holds(access.ownFigures)
    case 'ask-all-figures':
      return holds(access.allFigures) && access.overseers.includes(kind)
    case 'publish':
      return holds(access.publish) && access.overseers.includes(kind)
    case 'see-delivery':
      if (relation !== 'party' && relation !== 'shared') return false
      return holds(access.deliveries?.[relation] ?? [])
    default:
      return action satisfies never
  }
}
