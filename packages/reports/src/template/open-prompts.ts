import type { Node } from '@markdoc/markdoc'
import type { Template } from './template.ts'

/** A question of a template to whoever writes the report. */
export interface OpenPrompt {
  readonly question: string
  /** The heading under which the answer comes to stand; undefined above the first. */
  readonly section: string | undefined
}

/** What a template still asks, in the order of reading; published so, the answers are not there. */
export function openPrompts(template: Template): readonly OpenPrompt[] {
  const prompts: OpenPrompt[] = []
  let section: string | undefined
  for (const node of template.text.walk()) {
    if (node.type === 'heading') section = wordsOf(node)
    if (node.type === 'tag' && node.tag === 'prompt') {
      prompts.push({ question: String(node.attributes.question), section })
    }
  }
  return prompts
}

/** What is written in a heading, without what is filled in when the report is made. */
function wordsOf(heading: Node): string {
  const texts = [...heading.walk()].map(({ attributes }) => attributes.content)
  return texts.filter((text) => typeof text === 'string').join('')
}
