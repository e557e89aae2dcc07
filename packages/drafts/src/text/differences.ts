import type { Node } from 'prosemirror-model'
import { writeMarkdoc } from '../markdoc/write-markdoc.ts'

/** A part of a text beside the same part of another. */
export interface TextDifference {
  readonly kind: 'same' | 'added' | 'removed'
  readonly words: string
}

/** What differs between two texts, in the order of reading: blocks that are the same are one part. */
export function textDifferences(before: Node, after: Node): readonly TextDifference[] {
  const [old, now] = [blocksOf(before), blocksOf(after)]
  const same = longestCommon(old, now)
  const parts: TextDifference[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...same, [old.length, now.length] as const]) {
    for (; i < a; i++) parts.push({ kind: 'removed', words: old[i] ?? '' })
    for (; j < b; j++) parts.push({ kind: 'added', words: now[j] ?? '' })
    if (a < old.length) parts.push({ kind: 'same', words: old[a] ?? '' })
    i = a + 1
    j = b + 1
  }
  return parts
}

/** Each block as its line of a template: the same block is the same line. */
function blocksOf(text: Node): string[] {
  return text.children
    .map((block) => writeMarkdoc('', text.type.create(null, block)).source.split('\n').slice(4))
    .map((lines) => lines.join('\n').trim())
    .filter((words) => words !== '')
}

/** Pairs of places at which both have the same, as many as there can be. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  )
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[]
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
