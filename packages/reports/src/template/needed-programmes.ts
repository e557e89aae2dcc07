import { compareText } from '@tijdig/core'
import type { Template } from './template.ts'

/** The codes of the programmes whose parts a template tells of. */
export function neededProgrammes(template: Template): readonly string[] {
  const needed = new Set<string>()
  for (const node of template.text.walk()) {
    const { programme } = node.attributes
    if (node.type === 'tag' && typeof programme === 'string') needed.add(programme)
  }
  return [...needed].sort(compareText)
}
