import type { Node } from 'prosemirror-model'
import type { TagUse } from '../attributes.ts'

/** A question that a template leaves to whoever writes the report, where the answer comes to stand. */
export interface Prompt {
  readonly from: number
  readonly to: number
  readonly question: string
}

/** What is still asked, in the order of the text. */
export function promptsOfText(text: Node): readonly Prompt[] {
  const found: Prompt[] = []
  text.descendants((node, from) => {
    const question = node.type.name === 'blockTag' ? promptOf(node.attrs as TagUse) : undefined
    if (question !== undefined) found.push({ from, to: from + node.nodeSize, question })
    return true
  })
  return found
}

/** What a tag asks of whoever writes; undefined where it is another one. */
export function promptOf({ tag, attributes }: TagUse): string | undefined {
  return tag === 'prompt' ? String(attributes.question ?? '') : undefined
}
