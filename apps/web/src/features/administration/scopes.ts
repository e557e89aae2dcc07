import type { NewKey } from '@tijdig/server/contract'

type Scope = NewKey['scopes'][number]

/** What a key can be good for, in words. */
export const SCOPE_LABELS = {
  trajectories: 'trajecten lezen',
  record: 'gebeurtenissen vastleggen',
  figures: 'cijfers opvragen',
  publications: 'rapporten lezen en publiceren',
  session: 'opvragen wat de sleutel mag',
} as const satisfies Record<Scope, string>

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPE_LABELS, text)
}

export function scopeLabel(scope: string): string {
  return isScope(scope) ? SCOPE_LABELS[scope] : scope
}
