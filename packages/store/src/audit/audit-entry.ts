/** What an audit record is of. */
export const AUDIT_KINDS = [
  'look',
  'list',
  'shared-list',
  'persons',
  'persons-kept',
  'persons-removed',
  'families',
  'file-given',
  'record',
  'share',
  'glass',
  'notices',
  'notice-seen',
  'sign-in',
  'sign-out',
  'switch',
  'administration',
  'figures',
  'report',
  'publish',
  'withdraw',
  'publication',
  'verify',
  'draft',
  'draft-changed',
  'retention',
  'destruction',
  'audit',
  'refusal',
  'command',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** `nothing`: there was none, or none that may be seen. `refused`: it may not be done. */
export type AuditOutcome = 'done' | 'nothing' | 'refused'

export interface AuditEntry {
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  readonly route?: string | undefined
  /** The trajectory that was asked for by its number, there or not. */
  readonly trajectory?: string | undefined
  /**
   * What else is worth knowing, never who a family is. `shown`: the trajectories that were told of;
   * `relation`: by what right.
   */
  readonly detail?: {
    readonly shown?: readonly string[]
    readonly relation?: string
    readonly [name: string]: unknown
  }
}

/**
 * The parameters of `tijdig.write_audit` and `tijdig.write_system_audit`, in their order.
 * @param byOrFrom Of the first where it was asked from, of the second the program's name.
 */
export function auditValues(
  { kind, route, trajectory, outcome, detail = {} }: AuditEntry,
  byOrFrom: string | undefined,
): (string | null)[] {
  return [
    ...[kind, route ?? null, trajectory ?? null, outcome],
    ...[JSON.stringify(detail), byOrFrom ?? null],
  ]
}
