import type { FactDefinition, RouteDefinition } from '@tijdig/core'
import type { Actor } from '@tijdig/store'
import type { House } from './house.ts'
import { may } from './permission.ts'

type Filter = readonly [attribute: string, RouteDefinition['filters'][string]]

/** The filters of a route that come of fields which somebody may read: others are not even named. */
export function visibleFilters(
  house: Pick<House, 'access'>,
  actor: Actor,
  route: RouteDefinition,
): readonly Filter[] {
  return Object.entries(route.filters).filter(([attribute, { fact }]) =>
    readsAttribute(house, actor, route, route.facts[fact], attribute),
  )
}

/** Whether somebody may read all fields that an attribute of a fact comes from. */
export function readsAttribute(
  house: Pick<House, 'access'>,
  actor: Actor,
  route: RouteDefinition,
  fact: FactDefinition | undefined,
  attribute: string,
): boolean {
  return fieldsOf(fact, attribute).every((detail) => {
    const relations = ['party', 'other-team'] as const
    const reads = relations.some((relation) =>
      may(house, actor, route.code, 'see-field', { relation, detail }),
    )
    const sees = relations.some((relation) => may(house, actor, route.code, 'see', { relation }))
    return reads || !sees
  })
}

/** The fields that an attribute of a fact takes its value from. */
function fieldsOf(fact: FactDefinition | undefined, attribute: string): string[] {
  if (!fact) return []
  const openings = fact.kind === 'spell' ? Object.values(fact.opens) : [fact.attributes]
  return openings.flatMap((attributes) => {
    const rule = attributes[attribute]
    return rule && 'field' in rule ? [rule.field] : []
  })
}
