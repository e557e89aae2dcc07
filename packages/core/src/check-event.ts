import { type Event, type FieldValue, RETRACTED } from './event.ts'
import { type EventError, eventError } from './event-error.ts'
import { wrongValue } from './field-value.ts'
import type { FieldDefinition, RouteDefinition } from './route.ts'

/** What is odd about an event that is taken in all the same: a code, and the words for it. */
export interface Remark {
  readonly code: string
  readonly text: string
}

/** Whether the route knows the event's type and fields. Undefined when all is well. */
export function checkEvent(
  route: RouteDefinition | undefined,
  event: Event,
): EventError | undefined {
  if (!route) {
    return eventError(
      'route-unknown',
      'route',
      `De route "${event.route}" bestaat niet. Kijk of de naam klopt.`,
    )
  }
  if (event.type === RETRACTED) return undefined
  const definition = Object.hasOwn(route.events, event.type) ? route.events[event.type] : undefined
  if (!definition) {
    return eventError(
      'type-unknown',
      'type',
      `De route "${route.code}" kent geen gebeurtenis "${event.type}".`,
    )
  }
  for (const name in definition.fields) {
    const field = definition.fields[name] as FieldDefinition
    const value = Object.hasOwn(event.data, name) ? event.data[name] : undefined
    const wrong = value === undefined ? checkMissing(name, field) : checkValue(name, field, value)
    if (wrong) return wrong
  }
  for (const name in event.data) {
    if (!Object.hasOwn(definition.fields, name)) {
      return eventError(
        'field-unknown',
        `data.${name}`,
        `"${definition.label}" heeft geen gegeven "${name}". Haal het weg.`,
      )
    }
  }
  return undefined
}

/** Codes that are not on the list but were let in, since the route says that they may. */
export function remarksOn(route: RouteDefinition, event: Event): Remark[] {
  const fields = route.events[event.type]?.fields ?? {}
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = event.data[name]
    if (value === undefined || !field.choices || Object.hasOwn(field.choices, String(value)))
      return []
    return [{ code: 'code-not-listed', text: `${field.label} "${value}" staat niet op de lijst` }]
  })
}

function checkMissing(name: string, field: FieldDefinition): EventError | undefined {
  if (!field.required) return undefined
  return eventError('field-missing', `data.${name}`, `"${field.label}" (${name}) ontbreekt.`)
}

function checkValue(
  name: string,
  field: FieldDefinition,
  value: FieldValue,
): EventError | undefined {
  const place = `data.${name}`
  const wrong = wrongValue(field, value)
  if (wrong !== undefined) {
    return eventError('field-invalid', place, `"${field.label}" (${name}) ${wrong}.`)
  }
  if (
    field.otherCodes === 'forbidden' &&
    field.choices &&
    !Object.hasOwn(field.choices, String(value))
  ) {
    const choices = Object.keys(field.choices).join(', ')
    return eventError(
      'field-invalid',
      place,
      `"${value}" kan niet bij "${field.label}". Kies uit: ${choices}.`,
    )
  }
  return undefined
}
