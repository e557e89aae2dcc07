import type { Tag } from '@markdoc/markdoc'
import type { Cell } from './cell.ts'
import type { RowChoice } from './choose-codes.ts'

/** Reads what a checked tag carries, in the form that the builders take. */
export function textOf(tag: Tag, name: string): string {
  const value: unknown = tag.attributes[name]
  return typeof value === 'string' ? value : ''
}

export function lineOf(tag: Tag): number {
  return Number(tag.attributes.line ?? 1)
}

/** A list of names; one name alone is a list of one. */
export function listOf(tag: Tag, name: string): readonly string[] {
  const value: unknown = tag.attributes[name]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.map(String) : []
}

/** A cell with one code for each dimension. */
export function cellOf(tag: Tag, name: string): Cell {
  return Object.fromEntries(cellListsOf(tag, name).map(([key, codes]) => [key, codes[0] ?? '']))
}

/** A cell in which a dimension may have more codes than one, to be added. */
export function cellListsOf(
  tag: Tag,
  name: string,
): readonly (readonly [string, readonly string[]])[] {
  const value: unknown = tag.attributes[name]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, codes]) => [key, [codes].flat().map(String)] as const)
}

export function choiceOf(tag: Tag): RowChoice {
  const { only, sort, limit, rest, zeros } = tag.attributes
  return {
    where: cellOf(tag, 'where'),
    ...(Array.isArray(only) ? { only: only.map(String) } : {}),
    ...(sort === 'value' || sort === 'code' || sort === 'order' ? { sort } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
    rest: rest === true,
    zeros: zeros === true,
  }
}
