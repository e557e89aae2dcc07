import type { FieldDefinition, RouteDefinition } from '../route.ts'
import {
  ORGANISATION_KINDS,
  type OrganisationKind,
  PURPOSES,
  PURPOSES_OF,
  type Purpose,
  ROLES,
  type Role,
} from './role.ts'
import type { Action, Relation, SeeingRelation, StepAccess } from './route-access.ts'

/** Who asks to do what. */
export interface AccessQuestion {
  readonly role: Role
  readonly purpose: Purpose
  readonly kind: OrganisationKind
  readonly relation: Relation
  readonly action: Action
  /** The field of `see-field`, the event type of `record`; empty for other actions. */
  readonly detail: string
  /** The trajectory's state; empty where none holds. Matters to `record`. */
  readonly state: string
  /** The fields that were shared; matters to the relation `shared`. */
  readonly shared: readonly string[]
}

/** Why not, for who keeps the log; who asked is told no more than that it is not there. */
export type Decision =
  | 'allowed'
  | 'role-may-not'
  | 'purpose-may-not'
  | 'kind-may-not'
  | 'relation-may-not'
  | 'state-may-not'
  | 'not-shared'
  | 'unknown-detail'

/** A route's access rules made ready for deciding: sets of roles and purposes as bits. */
export interface AccessPlan {
  readonly route: RouteDefinition
  readonly purposes: number
  readonly see: Readonly<Record<SeeingRelation, number>>
  readonly share: number
  readonly breakGlass: number
  readonly ownFigures: number
  readonly allFigures: number
  readonly publish: number
  readonly deliveries: Readonly<Record<'party' | 'shared', number>>
  readonly overseers: number
  /** By name, over all events: who may read the field. */
  readonly fields: ReadonlyMap<string, { readonly roles: number; readonly purposes: number }>
  readonly steps: ReadonlyMap<string, StepPlan>
}

interface StepPlan {
  readonly roles: number
  readonly states: ReadonlySet<string> | undefined
  readonly opens: boolean
}

const ANY = -1
const roleBits = bitsOf(ROLES)
const purposeBits = bitsOf(PURPOSES)
const kindBits = bitsOf(ORGANISATION_KINDS)
/** By role, the purposes that go with it. */
const purposesOfRole = Object.fromEntries(
  ROLES.map((role) => [role, union(PURPOSES_OF[role], purposeBits)]),
) as Record<Role, number>

export function createAccessPlan(route: RouteDefinition): AccessPlan {
  const { access } = route
  const roles = (of: readonly Role[]) => union(of, roleBits)
  const fields = new Map<string, { roles: number; purposes: number }>()
  const steps = new Map<string, StepPlan>()
  for (const [type, event] of Object.entries(route.events)) {
    const step = partnersStep(type, access.partners) ?? event.may ?? access.record
    steps.set(type, {
      roles: roles(step.roles),
      states: step.states && new Set(step.states),
      opens: step.opens ?? false,
    })
    for (const [name, field] of Object.entries(event.fields)) {
      const may = fieldBits(field)
      const other = fields.get(name)
      // One name is one thing: the strictest of its definitions counts.
      fields.set(
        name,
        other ? { roles: other.roles & may.roles, purposes: other.purposes & may.purposes } : may,
      )
    }
  }
  return {
    route,
    purposes: union(access.purposes, purposeBits),
    see: {
      party: roles(access.see.party),
      'other-team': roles(access.see['other-team']),
      shared: roles(access.see.shared),
      glass: roles(access.see.glass),
    },
    share: roles(access.share),
    breakGlass: roles(access.breakGlass),
    ownFigures: roles(access.ownFigures),
    allFigures: roles(access.allFigures),
    publish: roles(access.publish),
    deliveries: {
      party: roles(access.deliveries?.party ?? []),
      shared: roles(access.deliveries?.shared ?? []),
    },
    overseers: union(access.overseers, kindBits),
    fields,
    steps,
  }
}

function partnersStep(type: string, partners?: readonly Role[]): StepAccess | undefined {
  const isPartners = type === 'partyJoined' || type === 'partyLeft'
  return isPartners && partners ? { roles: partners } : undefined
}

/**
 * Whether somebody may do something: the one place where that is decided. The rules of the database
 * are written out from it. Pure, total, and without making anything: millions of times a second.
 */
export function decide(plan: AccessPlan, question: AccessQuestion): Decision {
  const { role, purpose } = question
  if ((purposesOfRole[role] & purposeBits[purpose]) === 0) return 'purpose-may-not'
  switch (question.action) {
    case 'see':
      return decideSee(plan, question)
    case 'see-field':
      return decideField(plan, question)
    case 'record':
      return decideStep(plan, question)
    case 'share':
      if (question.relation !== 'party') return 'relation-may-not'
      return decideWork(plan, question, plan.share)
    case 'break-glass':
      return decideWork(plan, question, plan.breakGlass)
    case 'ask-own-figures':
      return has(plan.ownFigures, roleBits[role]) ? 'allowed' : 'role-may-not'
    case 'ask-all-figures':
      return decideOverseer(plan, question, plan.allFigures)
    case 'publish':
      return decideOverseer(plan, question, plan.publish)
    case 'see-delivery':
      return decideDelivery(plan, question)
    default:
      return question.action satisfies never
  }
}

function decideSee(plan: AccessPlan, question: AccessQuestion): Decision {
  const { relation } = question
  if (relation === 'none' || relation === 'new') return 'relation-may-not'
  return decideWork(plan, question, plan.see[relation])
}

function decideField(plan: AccessPlan, question: AccessQuestion): Decision {
  const seen = decideSee(plan, question)
  if (seen !== 'allowed') return seen
  const field = plan.fields.get(question.detail)
  if (!field) return 'unknown-detail'
  if (!has(field.roles, roleBits[question.role])) return 'role-may-not'
  if (!has(field.purposes, purposeBits[question.purpose])) return 'purpose-may-not'
  if (question.relation === 'shared' && !question.shared.includes(question.detail)) {
    return 'not-shared'
  }
  return 'allowed'
}

function decideStep(plan: AccessPlan, question: AccessQuestion): Decision {
  const step = plan.steps.get(question.detail)
  if (!step) return 'unknown-detail'
  if (question.relation === 'new') {
    if (!step.opens) return 'relation-may-not'
  } else if (question.relation !== 'party') return 'relation-may-not'
  else if (step.states && !step.states.has(question.state)) return 'state-may-not'
  return decideWork(plan, question, step.roles)
}

function decideWork(plan: AccessPlan, question: AccessQuestion, roles: number): Decision {
  if (!has(roles, roleBits[question.role])) return 'role-may-not'
  return has(plan.purposes, purposeBits[question.purpose]) ? 'allowed' : 'purpose-may-not'
}

function decideOverseer(plan: AccessPlan, question: AccessQuestion, roles: number): Decision {
  if (!has(roles, roleBits[question.role])) return 'role-may-not'
  return has(plan.overseers, kindBits[question.kind]) ? 'allowed' : 'kind-may-not'
}

function decideDelivery(plan: AccessPlan, { role, relation }: AccessQuestion): Decision {
  if (relation !== 'party' && relation !== 'shared') return 'relation-may-not'
  return has(plan.deliveries[relation], roleBits[role]) ? 'allowed' : 'role-may-not'
}

function fieldBits({ may }: FieldDefinition): { roles: number; purposes: number } {
  return {
    roles: may?.roles ? union(may.roles, roleBits) : ANY,
    purposes: may?.purposes ? union(may.purposes, purposeBits) : ANY,
  }
}

function has(set: number, bit: number): boolean {
  return (set & bit) !== 0
}

function bitsOf<T extends string>(names: readonly T[]): Record<T, number> {
  return Object.fromEntries(names.map((name, place) => [name, 1 << place])) as Record<T, number>
}

function union<T extends string>(names: readonly T[], bits: Record<T, number>): number {
  return names.reduce((set, name) => set | bits[name], 0)
}
