import { findPeriod, formatDay } from '@tijdig/core'
import type { Part } from '@tijdig/server/contract'

/** A part with the parts below it. */
export interface PartNode {
  readonly part: Part
  readonly children: readonly PartNode[]
}

/** The tree of parts of some routes, out of a list in the order of the tree with their depths. */
export function treeOf(parts: readonly Part[], routes: readonly string[]): PartNode[] {
  const top: PartNode[] = []
  const path: { readonly depth: number; readonly below: PartNode[] }[] = []
  for (const part of parts) {
    if (!routes.includes(part.route)) continue
    while ((path.at(-1)?.depth ?? -1) >= part.depth) path.pop()
    const children: PartNode[] = []
    const node = { part, children }
    const above = path.at(-1)?.below ?? top
    above.push(node)
    path.push({ depth: part.depth, below: children })
  }
  return top
}

/** Parts by their code; the first of each, as a programme gives no code twice. */
export function byCode(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>()
  for (const part of parts) if (!found.has(part.code)) found.set(part.code, part)
  return found
}

/** What a line is called; a code of which nothing is known stays what it is. */
export function lineTitle(parts: ReadonlyMap<string, Part>, line: string | null): string {
  return line === null ? 'Bij het hele programma' : (parts.get(line)?.title ?? `Lijn ${line}`)
}

/** How what was planned and what came of it differ; undefined: they do not, or nothing was planned. */
export function againstPlan(part: Part, cutOff: string): 'late' | 'done-late' | undefined {
  const last = findPeriod(part.planned?.until)?.last
  if (last === undefined || part.light === 'dropped') return undefined
  const planned = formatDay(last)
  if (part.light === 'done') return (part.doneOn ?? '') > planned ? 'done-late' : undefined
  return planned < cutOff ? 'late' : undefined
}
