/** What a tag may carry: words, numbers, yes or no, lists of those and cells. */
export type AttributeValue =
  | string
  | number
  | boolean
  | readonly AttributeValue[]
  | { readonly [name: string]: AttributeValue }

export type Attributes = { readonly [name: string]: AttributeValue }

/** A tag of a template, as it stands in a text. */
export interface TagUse {
  readonly tag: string
  readonly attributes: Attributes
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
const DEEPEST = 3

export function isTagName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z-]*$/.test(value) && !RESERVED.has(value)
}

/** Names that have a node of their own, or that would open one. */
const RESERVED = new Set(['if', 'else', 'footnote', 'partial', 'slot'])

export function isAttributes(value: unknown): value is Attributes {
  return (
    isRecord(value) &&
    Object.entries(value).every(([name, one]) => NAME.test(name) && isValue(one, 0))
  )
}

/** `$explained`, or `not($explained)`. */
export function isTest(value: unknown): value is string {
  return typeof value === 'string' && /^(\$[A-Za-z]+|not\(\$[A-Za-z]+\))$/.test(value)
}

/** One text for each use of a tag, whatever the order in which its attributes are written. */
export function tagKey({ tag, attributes }: TagUse): string {
  return JSON.stringify([tag, inOrder(attributes)])
}

function inOrder(value: AttributeValue): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isRecord(value)) return value
  const names = Object.keys(value).sort()
  return names.map((name) => [name, inOrder(value[name] as AttributeValue)])
}

function isValue(value: unknown, depth: number): value is AttributeValue {
  if (typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < 1e15
  if (depth >= DEEPEST) return false
  if (Array.isArray(value)) return value.every((one) => isValue(one, depth + 1))
  return isRecord(value) && Object.values(value).every((one) => isValue(one, depth + 1))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
