import type { BlockKind } from './block-kind.ts'
import { change } from './change.ts'
import { changes } from './changes.ts'
import { chart } from './chart.ts'
import { count } from './count.ts'
import { definition } from './definition.ts'
import { figure } from './figure.ts'
import { kept } from './kept.ts'
import { parts } from './parts.ts'
import { table } from './table.ts'

/** All that can be put in a text, in the order in which it is offered. A new kind is one more line. */
export const BLOCK_KINDS: readonly BlockKind[] = [
  figure,
  table,
  chart,
  change,
  changes,
  definition,
  parts,
  count,
  kept,
]

/** A tag that no kind is of stays in the text as it is; it cannot be changed by hand. */
export function findBlockKind(tag: string): BlockKind | undefined {
  return BLOCK_KINDS.find((kind) => kind.tag === tag)
}
