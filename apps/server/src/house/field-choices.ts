import type { FieldDefinition, RouteDefinition } from '@tijdig/core'

/** Fields by name, in words: a field that stands in more than one event has one name. */
export function fieldChoices(
  route: RouteDefinition,
  names: readonly string[],
): { code: string; label: string }[] {
  return names.map((code) => ({ code, label: findField(route, code)?.label ?? code }))
}

export function findField(route: RouteDefinition, name: string): FieldDefinition | undefined {
  return Object.values(route.events)
    .map(({ fields }) => (Object.hasOwn(fields, name) ? fields[name] : undefined))
    .find(Boolean)
}
