import type { FieldDefinition, RouteDefinition } from '@tijdig/core'

/**
 * Fields by name, in words and in the order of the route. A field that stands in more than one
 * event is one field.
 */
export function fieldChoices(
  route: RouteDefinition,
  names: readonly string[],
): { code: string; label: string }[] {
  const order = Object.values(route.events).flatMap(({ fields }) => Object.keys(fields))
  return [...new Set(names)]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((code) => ({ code, label: findField(route, code)?.label ?? code }))
}

function findField(route: RouteDefinition, name: string): FieldDefinition | undefined {
  return Object.values(route.events)
    .map(({ fields }) => (Object.hasOwn(fields, name) ? fields[name] : undefined))
    .find(Boolean)
}

/** The fields that an event of sharing names, in words: `region,municipality` to their labels. */
export function sharedFieldWords(route: RouteDefinition, names: string): string {
  return fieldChoices(route, names.split(','))
    .map(({ label }) => label)
    .join(', ')
}
