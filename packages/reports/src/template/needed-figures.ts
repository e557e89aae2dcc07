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
    const tables = [dimensions, ...totalsOf(template, node.attributes, dimensions)]
    for (const code of typeof indicator === 'string' ? [indicator] : namesOf(indicator)) {
      for (const table of tables)
        needed.set(JSON.stringify([code, ...table]), { indicator: code, by: table })
    }
  }
  return [...needed.keys()].sort(compareText).map((key) => needed.get(key) as NeededFigures)
}

/** Where counts are hidden their sum is too, so a table with totals has them counted. */
function totalsOf(
  { protection }: Template,
  { total, by }: Readonly<Record<string, unknown>>,
  dimensions: readonly string[],
): readonly (readonly string[])[] {
  if (protection !== 'rounded-5-hidden-10' || total !== true) return []
  const [rows] = namesOf(by)
  return [dimensions.filter((dimension) => dimension !== rows)]
}

/** The indicators that a template names anywhere, also where only their words are told. */
export function usedIndicators(template: Template): readonly string[] {
  const used = new Set<string>(Object.keys(template.pinned))
  for (const node of template.text.walk()) {
    if (node.type !== 'tag') continue
    const { indicator } = node.attributes
    for (const code of typeof indicator === 'string' ? [indicator] : namesOf(indicator)) {
      used.add(code)
    }
  }
  return [...used].sort(compareText)
}

/** The dimensions that a list or a cell names. */
function namesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string')
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}
