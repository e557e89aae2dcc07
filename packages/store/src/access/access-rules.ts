import {
  ACTIONS,
  type AccessPlan,
  type AttributeRule,
  createAccessPlan,
  decide,
  type FactDefinition,
  ORGANISATION_KINDS,
  PURPOSES_OF,
  RELATIONS,
  ROLES,
  type RouteDefinition,
} from '@tijdig/core'

/** What `decide` allows, as PostgreSQL looks it up; `*` stands for any. */
export interface AccessRule {
  readonly route: string
  readonly role: string
  readonly purpose: string
  readonly action: string
  readonly relation: string
  readonly detail: string
  readonly state: string
  readonly kind: string
}

const ANY = '*'

/**
 * All that `decide` allows for a route: it is asked everything there is to ask, but for purposes that
 * do not go with a role, which it refuses first of all.
 */
export function accessRules(route: RouteDefinition): AccessRule[] {
  const plan = createAccessPlan(route)
  const rules: AccessRule[] = []
  for (const action of ACTIONS) {
    const asked = {
      relation: dependsOn.relation.has(action) ? RELATIONS : [ANY],
      detail: detailsOf(plan, action),
      state: action === 'record' ? ['', ...Object.keys(route.states)] : [ANY],
      kind: dependsOn.kind.has(action) ? ORGANISATION_KINDS : [ANY],
    }
    for (const rule of combinations(route.code, action, asked)) {
      if (isAllowed(plan, rule)) rules.push(rule)
    }
  }
  return rules
}

const dependsOn = {
  relation: new Set<string>(['see', 'see-field', 'record', 'share', 'see-delivery']),
  kind: new Set<string>(['ask-all-figures', 'publish']),
} as const

function detailsOf(plan: AccessPlan, action: string): string[] {
  if (action === 'see-field') return [...plan.fields.keys()]
  return action === 'record' ? [...plan.steps.keys()] : ['']
}

function* combinations(
  route: string,
  action: string,
  asked: Readonly<Record<'relation' | 'detail' | 'state' | 'kind', readonly string[]>>,
): Generator<AccessRule> {
  for (const role of ROLES)
    for (const purpose of PURPOSES_OF[role])
      for (const relation of asked.relation)
        for (const detail of asked.detail)
          for (const state of asked.state)
            for (const kind of asked.kind) {
              yield { route, role, purpose, action, relation, detail, state, kind }
            }
}

/** What an answer does not depend on is asked by whichever value comes first. */
function isAllowed(plan: AccessPlan, rule: AccessRule): boolean {
  const named = {
    role: rule.role,
    purpose: rule.purpose,
    action: rule.action,
    detail: rule.detail,
    relation: rule.relation === ANY ? RELATIONS[0] : rule.relation,
    kind: rule.kind === ANY ? ORGANISATION_KINDS[0] : rule.kind,
    state: rule.state === ANY ? '' : rule.state,
    // Whether a field was shared is for PostgreSQL to see by the trajectory.
    shared: [rule.detail],
  }
  return decide(plan, named as unknown as Parameters<typeof decide>[1]) === 'allowed'
}

export interface AttributeField {
  readonly route: string
  readonly fact: string
  /** Empty: the fact's key. */
  readonly attribute: string
  readonly field: string
}

/** From which fields the attributes and keys of a route's facts come. */
export function attributeFields(route: RouteDefinition): AttributeField[] {
  return Object.entries(route.facts).flatMap(([fact, definition]) => {
    const found = new Map<string, AttributeField>()
    const add = (attribute: string, field: string) =>
      found.set(`${attribute} ${field}`, { route: route.code, fact, attribute, field })
    for (const attributes of openings(definition)) {
      for (const [attribute, rule] of Object.entries(attributes)) {
        if ('field' in rule) add(attribute, rule.field)
      }
    }
    if (definition.kind !== 'clock' && definition.key !== undefined) add('', definition.key)
    return [...found.values()]
  })
}

function openings(fact: FactDefinition): Readonly<Record<string, AttributeRule>>[] {
  return fact.kind === 'spell' ? Object.values(fact.opens) : [fact.attributes]
}
