import type { Node } from 'prosemirror-model'
import { type TagUse, tagKey } from '../attributes.ts'

/** Each use of a tag in a sentence, once, in the order of the text. */
export function figuresOfText(text: Node): readonly TagUse[] {
  const found = new Map<string, TagUse>()
  text.descendants((node) => {
    if (node.type.name === 'inlineTag') {
      const use = { tag: node.attrs.tag, attributes: node.attrs.attributes }
      found.set(tagKey(use), use)
    }
    return true
  })
  return [...found.values()]
}
