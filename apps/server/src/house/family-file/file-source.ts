import type { FoldPlan, RecordedEvent } from '@tijdig/core'
import type { FamilyFile } from '@tijdig/store'
import type { Organisations } from '../organisations.ts'
import type { StateOfAffairs } from '../state-of-affairs.ts'
import type { DayWords } from './words.ts'

/** What the parts of a family's document are written from. */
export interface FileSource {
  readonly file: FamilyFile
  readonly plan: FoldPlan
  readonly organisations: Organisations
  readonly words: DayWords
  /** How it stands today. */
  readonly state: StateOfAffairs
  /** The events that count today, in the order of reading. */
  readonly reading: readonly RecordedEvent[]
  /** Where what may not be seen here can be seen; null where nothing is hidden. */
  readonly seenBy: string | null
}
