import Markdoc, { type Node as MarkdocNode } from '@markdoc/markdoc'
import { err, ok, type Result } from '@tijdig/core'
import type { Mark, Node } from 'prosemirror-model'
import { isAttributes, isTagName, isTest } from '../attributes.ts'
import { draftSchema } from '../schema.ts'

export interface ReadTemplate {
  /** What stands between the lines `---` above the text. */
  readonly head: string
  readonly text: Node
}

/** What of a template a draft cannot hold: at which line, and what to do. */
export interface Unreadable {
  readonly line: number
  readonly message: string
}

/** Reads a template that is right into the text of a draft; nothing of it is lost. */
export function readMarkdoc(source: string): Result<ReadTemplate, Unreadable> {
  const root = Markdoc.parse(source.replace(/\r\n?/g, '\n'))
  const head: unknown = root.attributes.frontmatter
  try {
    const text = draftSchema.node('doc', null, filled(blocksOf(root.children)))
    text.check()
    return ok({ head: typeof head === 'string' ? head : '', text })
  } catch (error) {
    if (error instanceof CannotHold) return err(error.why)
    throw error
  }
}

class CannotHold extends Error {
  readonly why: Unreadable

  constructor(node: MarkdocNode, what: string) {
    super(what)
    const line = (node.location?.start.line ?? node.lines[0] ?? 0) + 1
    const message = `Dit kan de bewerker niet overnemen: ${what}. Pas het sjabloon aan.`
    this.why = { line, message }
  }
}

function filled(blocks: readonly Node[]): readonly Node[] {
  return blocks.length > 0 ? blocks : [draftSchema.node('paragraph')]
}

function blocksOf(nodes: readonly MarkdocNode[]): Node[] {
  return nodes.flatMap((node) => blockOf(node) ?? [])
}

function blockOf(node: MarkdocNode): Node | undefined {
  switch (node.type) {
    case 'paragraph': {
      const inlines = inlinesOf(node.children)
      return inlines.length === 0 ? undefined : draftSchema.node('paragraph', null, inlines)
    }
    case 'heading':
      return draftSchema.node('heading', { level: node.attributes.level }, inlinesOf(node.children))
    case 'list':
      return draftSchema.node(
        node.attributes.ordered ? 'orderedList' : 'bulletList',
        null,
        node.children.map(itemOf),
      )
    case 'tag':
      return node.tag === 'if' ? conditionOf(node) : tagOf('blockTag', node)
    default:
      throw new CannotHold(node, node.type)
  }
}

/** A short item holds its words directly; a long one holds paragraphs and lists. */
function itemOf(item: MarkdocNode): Node {
  const blocks = item.children.flatMap((child) => {
    if (child.type === 'inline') {
      return draftSchema.node('paragraph', null, inlinesOf([child]))
    }
    if (child.type === 'paragraph' || child.type === 'list') return blockOf(child) ?? []
    throw new CannotHold(child, `een ${child.tag ?? child.type} in een lijst`)
  })
  return draftSchema.node('listItem', null, filled(blocks))
}

function conditionOf(node: MarkdocNode): Node {
  const branches: { test: string | null; children: MarkdocNode[] }[] = [
    { test: testOf(node), children: [] },
  ]
  for (const child of node.children) {
    if (child.type === 'tag' && child.tag === 'else') {
      const hasTest = child.attributes.primary !== undefined
      branches.push({ test: hasTest ? testOf(child) : null, children: [] })
    } else branches.at(-1)?.children.push(child)
  }
  return draftSchema.node(
    'condition',
    null,
    branches.map(({ test, children }) =>
      draftSchema.node('branch', { test }, filled(blocksOf(children))),
    ),
  )
}

function testOf(node: MarkdocNode): string {
  const test = writtenTest(node.attributes.primary)
  if (!isTest(test)) throw new CannotHold(node, 'deze voorwaarde')
  return test
}

function writtenTest(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('$$mdtype' in value)) return ''
  if (value.$$mdtype === 'Variable' && 'path' in value && Array.isArray(value.path)) {
    return `$${value.path.join('.')}`
  }
  if (value.$$mdtype === 'Function' && 'name' in value && 'parameters' in value) {
    const inner = Object.values(value.parameters as object)
    return inner.length === 1 ? `${String(value.name)}(${writtenTest(inner[0])})` : ''
  }
  return ''
}

function tagOf(type: 'blockTag' | 'inlineTag', node: MarkdocNode, marks: readonly Mark[] = []) {
  const { tag, attributes } = node
  if (!isTagName(tag) || !isAttributes(attributes) || node.children.length > 0) {
    throw new CannotHold(node, `de tag "${node.tag}"`)
  }
  return draftSchema.node(type, { tag, attributes: { ...attributes } }, undefined, marks)
}

/** The words of a line, without spaces at its ends. */
function inlinesOf(nodes: readonly MarkdocNode[]): Node[] {
  const inlines = nodes.flatMap((node) => inlineOf(node, []))
  const trim = (at: number, cut: (text: string) => string) => {
    const node = inlines.at(at)
    if (!node?.isText) return
    const text = cut(node.text ?? '')
    inlines.splice(at, 1, ...(text === '' ? [] : [draftSchema.text(text, node.marks)]))
  }
  trim(0, (text) => text.trimStart())
  trim(-1, (text) => text.trimEnd())
  return inlines
}

function inlineOf(node: MarkdocNode, marks: readonly Mark[]): Node[] {
  const within = (mark?: Mark) => {
    const all = mark ? mark.addToSet(marks) : marks
    return node.children.flatMap((child) => inlineOf(child, all))
  }
  switch (node.type) {
    case 'inline':
      return within()
    case 'text':
      return textOf(node, marks)
    case 'softbreak':
      return [draftSchema.text(' ', marks)]
    case 'hardbreak':
      return [draftSchema.node('hardBreak', null, undefined, marks)]
    case 'strong':
    case 'em':
      return within(draftSchema.mark(node.type))
    case 'link':
      return within(draftSchema.mark('link', { href: node.attributes.href }))
    case 'tag':
      if (node.tag !== 'footnote') return [tagOf('inlineTag', node, marks)]
      return [draftSchema.node('footnote', null, inlinesOf(node.children), marks)]
    default:
      throw new CannotHold(node, node.type)
  }
}

function textOf(node: MarkdocNode, marks: readonly Mark[]): Node[] {
  const content: unknown = node.attributes.content
  if (typeof content === 'string') return content === '' ? [] : [draftSchema.text(content, marks)]
  const name = writtenTest(content).slice(1)
  if (!/^[A-Za-z]+$/.test(name)) throw new CannotHold(node, 'deze naam')
  return [draftSchema.node('variable', { name }, undefined, marks)]
}
