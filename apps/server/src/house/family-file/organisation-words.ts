import { PARTY_EVENTS } from '@tijdig/core'
import { nameOf } from '../organisations.ts'
import type { FileSource } from './file-source.ts'

/** A value as a family reads it: where the field names an organisation, what that is called. */
export function organisationWords(
  { plan: { route }, organisations }: Pick<FileSource, 'plan' | 'organisations'>,
  label: string,
  value: string,
): string {
  const fields = new Set([
    'organisation',
    ...route.access.parties.flatMap((rule) => ('fact' in rule ? [rule.attribute] : [])),
  ])
  const events = Object.values({ ...PARTY_EVENTS, ...route.events })
  const named = events.some((event) =>
    Object.entries(event.fields).some(([name, field]) => fields.has(name) && field.label === label),
  )
  return named ? nameOf(organisations, value) : value
}
