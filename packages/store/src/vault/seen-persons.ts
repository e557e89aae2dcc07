import type { FamilyKeys } from './family-keys.ts'
import type { FamilyPerson } from './person.ts'
import type { RandomBytes } from './seal.ts'

export interface SeenPersons {
  readonly persons: readonly FamilyPerson[]
  /** Whether the one who looks may change them. */
  readonly mayKeep: boolean
  /** The day on which all of it was destroyed (`YYYY-MM-DD`); null while it is kept. */
  readonly destroyedOn: string | null
}

/**
 * `not-allowed`: the trajectory may be seen, who the family is may not, or not be changed.
 * `destroyed`: nothing may be kept of it any more.
 * `key-missing`: who they are is kept, and the key that opens it is not there.
 */
export type VaultRefusal = 'not-allowed' | 'destroyed' | 'key-missing'

export interface FoundFamily {
  readonly route: string
  readonly id: string
}

/** What visits have in common. */
export interface VaultDoor {
  readonly keys: FamilyKeys
  readonly random: RandomBytes
}
