import Markdoc, { type RenderableTreeNodes, type Tag } from '@markdoc/markdoc'
import type { PartsShown } from '../template/programme-tags.ts'
import type { TagName } from '../template/schema.ts'
import { buildChange } from './build-change.ts'
import { buildChanges } from './build-changes.ts'
import { buildChart, type ChartTag } from './build-chart.ts'
import { buildDefinitions } from './build-definitions.ts'
import { buildInlines } from './build-inlines.ts'
import { buildParts } from './build-parts.ts'
import { buildTable } from './build-table.ts'
import type { Block } from './document.ts'
import { plainText } from './plain-text.ts'
import { cellOf, choiceOf, lineOf, listOf, textOf } from './read-tag.ts'
import type { Writer } from './writer.ts'

/** The blocks of a text, in its order; numbers are given out on the way. */
export function buildBlocks(writer: Writer, tree: RenderableTreeNodes): Block[] {
  const blocks: Block[] = []
  for (const node of [tree].flat()) {
    if (Markdoc.Tag.isTag(node)) blocks.push(...buildBlock(writer, node))
    else if (typeof node === 'string' && node.trim() !== '') {
      blocks.push({ kind: 'paragraph', inlines: [{ kind: 'text', text: node }] })
    }
  }
  return blocks
}

type BlockName =
  | 'document'
  | 'heading'
  | 'paragraph'
  | 'list'
  | Exclude<TagName, 'figure' | 'footnote' | 'count' | 'kept'>

function buildBlock(writer: Writer, tag: Tag): readonly Block[] {
  const line = lineOf(tag)
  const name = tag.name as BlockName
  switch (name) {
    case 'document':
      return buildBlocks(writer, tag.children)
    case 'heading':
      return [buildHeading(writer, tag)]
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: buildInlines(writer, tag.children) }]
    case 'list':
      return [
        {
          kind: 'list',
          ordered: tag.attributes.ordered === true,
          items: tag.children.flatMap((item) =>
            Markdoc.Tag.isTag(item) ? [buildItem(writer, item)] : [],
          ),
        },
      ]
    case 'table':
      return present(
        buildTable(writer, {
          ...choiceOf(tag),
          indicators: listOf(tag, 'indicator'),
          by: listOf(tag, 'by'),
          caption: textOf(tag, 'caption'),
          total: tag.attributes.total === true,
          decimals: Number(tag.attributes.decimals ?? 0),
          line,
        }),
      )
    case 'chart':
      return present(
        buildChart(writer, {
          ...choiceOf(tag),
          indicator: textOf(tag, 'indicator'),
          by: listOf(tag, 'by'),
          kind: textOf(tag, 'kind') as ChartTag['kind'],
          title: textOf(tag, 'title'),
          ...optional('description', tag),
          line,
        }),
      )
    case 'change':
      return buildChange(writer, {
        indicator: textOf(tag, 'indicator'),
        by: cellOf(tag, 'by'),
        ...optional('title', tag),
        line,
      })
    case 'changes':
      return present(
        buildChanges(writer, {
          indicators: listOf(tag, 'indicator'),
          by: tag.attributes.by === undefined ? undefined : listOf(tag, 'by'),
          caption: textOf(tag, 'caption'),
          line,
        }),
      )
    case 'parts':
      return present(
        buildParts(writer, {
          programme: textOf(tag, 'programme'),
          show: textOf(tag, 'show') as PartsShown,
          caption: textOf(tag, 'caption'),
          ...optional('within', tag),
          ...optional('report', tag),
          ...optional('from', tag),
          ...optional('until', tag),
          at: line,
        }),
      )
    case 'definition':
      return buildDefinitions(writer, textOf(tag, 'indicator'), line)
    case 'prompt':
      // What nobody has written is not there. That it is still asked, a draft says.
      return []
    default:
      throw new Error(`no block is made of the tag ${name satisfies never}`)
  }
}

function buildHeading(writer: Writer, tag: Tag): Block {
  const level = Number(tag.attributes.level)
  writer.checkHeading(level, lineOf(tag))
  const inlines = buildInlines(writer, tag.children)
  return {
    kind: 'heading',
    level: level === 2 ? 2 : level === 3 ? 3 : 4,
    id: writer.anchor(plainText(inlines)),
    inlines,
  }
}

/** A short item holds its words directly; a long one holds paragraphs and lists. */
function buildItem(writer: Writer, item: Tag): readonly Block[] {
  const blocks: Block[] = []
  let loose: Tag['children'] = []
  const flush = () => {
    if (loose.length === 0) return
    const inlines = buildInlines(writer, loose)
    if (plainText(inlines).trim() !== '') blocks.push({ kind: 'paragraph', inlines })
    loose = []
  }
  for (const child of item.children) {
    if (Markdoc.Tag.isTag(child) && (child.name === 'paragraph' || child.name === 'list')) {
      flush()
      blocks.push(...buildBlock(writer, child))
    } else {
      loose.push(child)
    }
  }
  flush()
  return blocks
}

function present<T>(block: T | undefined): readonly T[] {
  return block === undefined ? [] : [block]
}

function optional<K extends string>(name: K, tag: Tag): { readonly [Key in K]?: string } {
  const value: unknown = tag.attributes[name]
  return typeof value === 'string' ? ({ [name]: value } as { [Key in K]: string }) : {}
}
