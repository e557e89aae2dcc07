import type { Part, Route } from '@tijdig/server/contract'
import type { Asked } from '../../../clocks/asked.ts'
import type { NameOf } from '../use-organisation-names.ts'

/** What every part of the tree needs to tell about itself. */
export interface TreeContext {
  readonly asked: Asked
  readonly routes: readonly Route[]
  readonly nameOf: NameOf
  /** Whether who is signed in may say how a part goes; never while the clocks stand elsewhere. */
  readonly mayRecord: (part: Part) => boolean
}
