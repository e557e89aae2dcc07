import type { Moment, Role } from '@tijdig/core'
import type { SeenTrajectory } from '../access/visit.ts'
import type { AuditKind, AuditOutcome } from '../audit/audit-entry.ts'
import type { FamilyPerson } from '../vault/person.ts'

/** All that is kept about a family in one trajectory, as far as who gives it may see, and who looked. */
export interface FamilyFile {
  readonly trajectory: SeenTrajectory
  /** Who the family is; nobody once that was destroyed. */
  readonly persons: readonly FamilyPerson[]
  /** How often something stands in a field that may not be read by who gives it. */
  readonly hidden: readonly { readonly field: string; readonly times: number }[]
  readonly glasses: readonly BrokenGlass[]
  /** Null while nothing says until when it is kept. */
  readonly ending: FileEnding | null
  /** In the order in which it was done; the last is that this was read. */
  readonly looks: readonly Look[]
}

/** Somebody saw it without being party, with the reason that they gave. */
interface BrokenGlass {
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly reason: string
  readonly brokenAt: Moment
  readonly endsAt: Moment
}

interface FileEnding {
  /** `YYYY-MM-DD`, the last day on which it is kept. */
  readonly endsOn: string
  /** The code of the rule. */
  readonly rule: string
  readonly proposedAt: Moment | null
  readonly destroyedAt: Moment | null
}

/** One record of the audit, as far as it is about this trajectory. */
export interface Look {
  readonly at: Moment
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  /** Who did it, also when they are called otherwise since. Null: the program itself. */
  readonly by: { readonly id: string; readonly name: string; readonly isPerson: boolean } | null
  readonly role: string
  readonly purpose: string | null
  readonly organisation: string | null
  /** By what right it was seen. */
  readonly relation: string | null
  /** Of how many trajectories the same record tells. */
  readonly trajectories: number
  readonly detail: {
    readonly what?: string
    readonly became?: string
    readonly code?: string
    readonly events?: readonly { readonly id: string; readonly type: string }[]
  }
}
