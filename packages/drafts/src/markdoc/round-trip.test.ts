import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { draftSchema } from '../schema.ts'
import { arbitraryText } from '../testing/arbitrary-text.ts'
import { readMarkdoc } from './read-markdoc.ts'
import { writeMarkdoc } from './write-markdoc.ts'

const HEAD = 'template: ot/proef'

function readBack(text: Node): { readonly source: string; readonly text: Node } {
  const { source } = writeMarkdoc(HEAD, text)
  const read = readMarkdoc(source)
  if (!read.ok) throw new Error(`${JSON.stringify(read.error)}\n${source}`)
  expect(read.value.head).toBe(HEAD)
  return { source, text: read.value.text }
}

describe('a text written as a template', () => {
  it('is read as the same words, figures, notes and marks, however odd they are', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = readBack(text)
        expect(shown(once.text)).toEqual(shown(text))
      }),
      { seed: 29, numRuns: 60 },
    )
  })

  it('is written the same again once it was read', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = readBack(text)
        const twice = readBack(once.text)
        expect(twice.source).toBe(once.source)
        expect(twice.text.toJSON()).toEqual(once.text.toJSON())
      }),
      { seed: 29, numRuns: 60 },
    )
  })
})

/** What a reader sees of a text: without empty lines, and without spaces that no page shows. */
function shown(node: Node): unknown {
  if (node.isTextblock || node.type.name === 'footnote') {
    const words = tidied([...pieces(node, node.type.name !== 'paragraph')])
    return words === '' && node.type.name !== 'heading' ? [] : [node.type.name, node.attrs, words]
  }
  if (node.type.name === 'blockTag') return ['blockTag', node.attrs]
  const children: unknown[] = []
  node.forEach((child) => {
    const one = shown(child)
    if (!(Array.isArray(one) && one.length === 0)) children.push(one)
  })
  const empty = children.length === 0 && !['doc', 'branch'].includes(node.type.name)
  return empty ? [] : [node.type.name, node.attrs, children]
}

/** Each sign with its marks; of spaces it does not matter whether they are bold. */
function* pieces(parent: Node, flat: boolean): Generator<string> {
  for (const node of parent.children) {
    const marks = node.marks.map((mark) => mark.type.name + (mark.attrs.href ?? '')).join()
    if (node.isText) {
      const clean = (node.text ?? '').replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, ' ')
      for (const sign of clean) yield /^\s$/.test(sign) ? sign : `${sign}|${marks}`
    } else if (node.type.name === 'hardBreak') yield flat ? ' ' : '\n'
    else if (node.type.name === 'footnote') {
      const inner = tidied([...pieces(node, true)])
      if (inner !== '') yield JSON.stringify(inner) + marks
    } else yield JSON.stringify([node.type.name, node.attrs]) + marks
  }
}

function tidied(inlines: readonly string[]): string {
  const spaces = (text: string) => /^\s$/.test(text)
  const kept = inlines
    .map((one) => (spaces(one) && one !== '\n' ? `\u0001${one}` : one))
    .join('\u0002')
  return kept
    .split('\n')
    .map((line) => line.split('\u0002').filter((one) => one !== ''))
    .map((line) => {
      while (line[0]?.startsWith('\u0001')) line.shift()
      while (line.at(-1)?.startsWith('\u0001')) line.pop()
      return line.join('')
    })
    .filter((line) => line !== '')
    .join('\n')
}

const doc = (...blocks: Node[]) => draftSchema.node('doc', null, blocks)
const p = (...inlines: (string | Node)[]) =>
  draftSchema.node(
    'paragraph',
    null,
    inlines.map((one) => (typeof one === 'string' ? draftSchema.text(one) : one)),
  )
const strong = (text: string) => draftSchema.text(text, [draftSchema.mark('strong')])
const figure = draftSchema.node('inlineTag', { tag: 'figure', attributes: { indicator: 'a' } })

describe('the template that is written', () => {
  it.each<[string, Node, string]>([
    ['words', p('Een zin.'), 'Een zin.'],
    ['a figure', p('Er zijn ', figure, '.'), 'Er zijn {% figure indicator="a" /%}.'],
    ['a figure alone', p(figure), '{% figure indicator="a" /%}&#32;'],
    ['bold', p(strong('Let op:'), 'dit'), '**Let op:**&#100;it'],
    ['what looks like a list', p('1. eerst'), '1\\. eerst'],
    ['what looks like a heading', p('# kop'), '\\# kop'],
    ['what looks like a tag', p('{% table %}'), '&#123;% table %&#125;'],
    ['code', p('<script>`x`</script>'), '\\<script\\>\\`x\\`\\</script\\>'],
    ['an empty line', p(), ''],
  ])('%s', (_what, block, line) => {
    expect(writeMarkdoc(HEAD, doc(block)).source).toBe(
      `---\n${HEAD}\n---\n\n${line}${line && '\n'}`.replace(/\n\n$/, '\n\n'),
    )
  })

  it('says from which part of the text a line came', () => {
    const written = writeMarkdoc(HEAD, doc(p('een'), p('twee')))
    expect(written.source.split('\n')[6]).toBe('twee')
    expect(written.placeOf(7)).toEqual({ from: 5, to: 11, block: 1 })
  })
})
