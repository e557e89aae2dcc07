import { compareText } from '@tijdig/core'
import type { Template } from './template.ts'

/** A table of figures that a template takes its numbers from; without dimensions: the total. */
export interface NeededFigures {
  readonly indicator: string
  readonly by: readonly string[]
}

/** Which (indicator, dimensions) tables must be calculated before the template can be built. */
export function neededFigures(template: Template): readonly NeededFigures[] {
  const needed = new Map<string, NeededFigures>()
  for (const node of template.text.walk()) {
    if (node.type !== 'tag') continue
    const { indicator, by, where } = node.attributes
    if (node.tag === 'definition' || node.tag === 'changes') continue
    const dimensions = [...new Set([...namesOf(where), ...namesOf(by)])].sort(compareText)
    for (const code of typeof indicator === 'string' ? [indicator] : namesOf(indicator)) {
      needed.set(JSON.stringify([code, ...dimensions]), { indicator: code, by: dimensions })
    }
  }
  return [...needed.keys()].sort(compareText).map((key) => needed.get(key) as NeededFigures)
}

/** The dimensions that a list or a cell names. */
function namesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string')
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}
