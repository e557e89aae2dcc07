import type { Node } from 'prosemirror-model'
import { writeTag } from './write-attributes.ts'
import { writeInlines } from './write-inlines.ts'

/** A template that was written from a draft, with what each of its lines came from. */
export interface WrittenTemplate {
  readonly source: string
  /** What of the text stands at a line of the template, counted from 1. */
  placeOf(line: number): Place
}

/** A part of a draft's text, in positions of ProseMirror. */
export interface Place {
  readonly from: number
  readonly to: number
  /** Which of the blocks at the top it is part of. */
  readonly block: number
}

interface WrittenLine {
  readonly text: string
  readonly place: Place
}

/**
 * Writes a draft as a template: the same text always gives the same bytes, and whatever people typed
 * is written so that Markdoc reads it as words.
 * @param head What stands between the lines `---` above the text.
 */
export function writeMarkdoc(head: string, text: Node): WrittenTemplate {
  const above = ['---', ...head.split('\n'), '---', '']
  const lines: WrittenLine[] = []
  text.forEach((node, offset, block) => {
    const written = blockLines(node, offset, block, isSecond(text, block))
    if (written.length > 0 && lines.length > 0) lines.push(blank(written[0] as WrittenLine))
    lines.push(...written)
  })
  return {
    source: `${[...above, ...lines.map((line) => line.text)].join('\n')}\n`,
    placeOf(line) {
      const index = Math.min(Math.max(line - above.length - 1, 0), lines.length - 1)
      return lines[index]?.place ?? { from: 0, to: text.content.size, block: 0 }
    },
  }
}

type Marker = '-' | '*' | '.' | ')'

function blockLines(node: Node, from: number, block: number, second: boolean): WrittenLine[] {
  const place = { from, to: from + node.nodeSize, block }
  const whole = (words: string) => words.split('\n').map((text) => ({ text, place }))
  switch (node.type.name) {
    case 'paragraph': {
      const words = writeInlines(node)
      return words === '' ? [] : whole(words)
    }
    case 'heading':
      return whole(`${'#'.repeat(node.attrs.level)} ${writeInlines(node, true)}`.trimEnd())
    case 'bulletList':
      return listLines(node, from, block, second ? '*' : '-')
    case 'orderedList':
      return listLines(node, from, block, second ? ')' : '.')
    case 'blockTag':
      return whole(writeTag(node.attrs.tag, node.attrs.attributes))
    case 'condition':
      return conditionLines(node, from, block)
    default:
      throw new Error(`no block is written of ${node.type.name}`)
  }
}

/** Two lists of one kind below each other would be read as one: every second gets other signs. */
function isSecond(parent: Node, index: number): boolean {
  const { type } = parent.child(index)
  if (!isList(parent.child(index))) return false
  let second = false
  for (let at = index - 1; at >= 0; at--) {
    const before = parent.child(at)
    if (!hasWords(before)) continue
    if (before.type !== type) break
    second = !second
  }
  return second
}

function isList(node: Node): boolean {
  return node.type.name === 'bulletList' || node.type.name === 'orderedList'
}

/** Whether anything is written of a block: empty paragraphs are only there to type in. */
function hasWords(node: Node): boolean {
  return blockLines(node, 0, 0, false).length > 0
}

function listLines(list: Node, from: number, block: number, marker: Marker): WrittenLine[] {
  const isNumbered = marker === '.' || marker === ')'
  const sign = isNumbered ? `1${marker} ` : `${marker} `
  const lines: WrittenLine[] = []
  let apart = false
  list.forEach((item, offset) => {
    const written = blocksLines(item, from + offset + 2, block)
    if (written.length === 0) return
    const several = written.some(({ text }) => text === '')
    if (lines.length > 0 && (several || apart)) lines.push(blank(written[0] as WrittenLine))
    apart = several
    for (const [index, { text, place }] of written.entries()) {
      const before = index === 0 ? sign : ' '.repeat(sign.length)
      lines.push({ text: text === '' ? '' : before + text, place })
    }
  })
  return lines
}

/** The blocks of an item or of a part of a condition. */
function blocksLines(parent: Node, from: number, block: number): WrittenLine[] {
  const lines: WrittenLine[] = []
  parent.forEach((node, offset, index) => {
    const written = blockLines(node, from + offset, block, isSecond(parent, index))
    if (written.length === 0) return
    if (lines.length > 0) lines.push(blank(written[0] as WrittenLine))
    lines.push(...written)
  })
  return lines
}

function conditionLines(condition: Node, from: number, block: number): WrittenLine[] {
  const place = { from, to: from + condition.nodeSize, block }
  const lines: WrittenLine[] = []
  const add = (text: string) => lines.push({ text, place })
  condition.forEach((branch, offset, index) => {
    const { test } = branch.attrs
    if (index === 0) add(`{% if ${test ?? '$explained'} %}`)
    else add(test === null ? '{% else /%}' : `{% else ${test} /%}`)
    add('')
    const written = blocksLines(branch, from + offset + 2, block)
    lines.push(...written)
    if (written.length > 0) add('')
  })
  add('{% /if %}')
  return lines
}

function blank({ place }: WrittenLine): WrittenLine {
  return { text: '', place }
}
