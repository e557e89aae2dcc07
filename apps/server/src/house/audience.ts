import { err, ok, type Result } from '@tijdig/core'
import type { Figure } from '@tijdig/figures'
import type { Template } from '@tijdig/reports'
import type { Audience } from '@tijdig/store'
import { type HouseError, houseError } from './house-error.ts'

/** Fewer than this, of one kind, could be known by name to a neighbour. */
const SMALL = 10

/**
 * For whom a publication is: as was said, or else as its template says. Small counts as they were
 * counted are not for everybody unless somebody says so.
 */
export function audienceOf(
  asked: Audience | undefined,
  template: Pick<Template, 'audience' | 'protection'>,
  figures: readonly Figure[],
): Result<Audience, HouseError> {
  if (asked !== undefined) return ok(asked)
  if (template.audience === 'chain' || template.protection !== 'exact') return ok(template.audience)
  const small = figures.filter(isSmall).length
  if (small === 0) return ok('public')
  const what = small === 1 ? 'een aantal' : `${small} aantallen`
  const reason = `Dit rapport toont ${what} onder de ${SMALL}, zoals geteld en uitgesplitst. Zeg zelf voor wie het is: openbaar, of alleen voor wie inlogt.`
  return err(houseError('audience-needed', reason, 'audience'))
}

/** A count of some kind of children or families, of which there are few. */
function isSmall({ by, value, numerator }: Figure): boolean {
  const count = numerator ?? value ?? 0
  return Object.keys(by).length > 0 && count > 0 && count < SMALL
}

/** Below which address a report of this day comes to stand; `before` are the addresses given out. */
export function nextAddress(
  template: string,
  cutOff: string,
  before: readonly (string | null)[],
): string {
  const first = `${reportSlug(template)}/${cutOff}`
  const taken = new Set(before)
  let address = first
  for (let again = 2; taken.has(address); again++) address = `${first}-${again}`
  return address
}

/** `ot/progress` becomes `ot-progress`: its part of the archive. */
export function reportSlug(template: string): string {
  const slug = template
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'rapport' : slug
}
