import type { Node } from 'prosemirror-model'
import { type LanguageHint, languageHints } from '../language/language-hints.ts'

/** The hints at a whole text, at their places in it; headings are not sentences. */
export function hintsOfText(text: Node): readonly LanguageHint[] {
  const hints: LanguageHint[] = []
  text.descendants((node, position) => {
    if (node.type.name !== 'paragraph' && node.type.name !== 'footnote') return true
    const { words, places } = wordsOf(node, position + 1)
    for (const hint of languageHints(words)) {
      hints.push({ ...hint, from: places[hint.from] ?? 0, to: (places[hint.to - 1] ?? 0) + 1 })
    }
    return node.type.name === 'paragraph'
  })
  return hints
}

/** The words of a line, with for each sign where it stands; a footnote is no part of its sentence. */
function wordsOf(parent: Node, start: number): { words: string; places: readonly number[] } {
  let words = ''
  const places: number[] = []
  parent.forEach((node, offset) => {
    const at = start + offset
    if (node.isText) {
      for (let index = 0; index < (node.text?.length ?? 0); index++) places.push(at + index)
      words += node.text
    } else if (node.type.name !== 'footnote') {
      places.push(at)
      words += node.type.name === 'hardBreak' ? ' ' : '\uFFFC'
    }
  })
  return { words, places }
}
