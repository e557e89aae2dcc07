import { Schema } from 'prosemirror-model'
import { isAttributes, isTagName, isTest } from './attributes.ts'

/**
 * The form of a draft's text. Words stand in it as words; all that is counted is an atom: `inlineTag`
 * in a sentence and `blockTag` on a line of its own, each a tag of the template with its attributes,
 * so that no number can be typed over. A tag of any name fits, so a new kind needs no other schema.
 */
export const draftSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      group: 'block',
      content: '(text | inlineTag | variable | footnote)*',
      defining: true,
      attrs: { level: { default: 2, validate: isLevel } },
      parseDOM: [
        { tag: 'h1', attrs: { level: 2 } },
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
        { tag: 'h4,h5,h6', attrs: { level: 4 } },
      ],
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    bulletList: {
      group: 'block',
      content: 'listItem+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    orderedList: {
      group: 'block',
      content: 'listItem+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    listItem: {
      content: '(paragraph | bulletList | orderedList)+',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    blockTag: {
      group: 'block',
      atom: true,
      selectable: true,
      attrs: { tag: { validate: isTag }, attributes: { default: {}, validate: isHeld } },
      parseDOM: [{ tag: 'div[data-tag]', getAttrs: readTag }],
      toDOM: (node) => ['div', writeTag(node.attrs)],
    },
    condition: {
      group: 'block',
      content: 'branch+',
      isolating: true,
      parseDOM: [{ tag: 'div[data-condition]' }],
      toDOM: () => ['div', { 'data-condition': '' }, 0],
    },
    branch: {
      content: 'block+',
      isolating: true,
      // Null: in all other cases.
      attrs: { test: { default: null, validate: isBranchTest } },
      parseDOM: [
        {
          tag: 'div[data-branch]',
          getAttrs: (element) => ({ test: element.getAttribute('data-branch') || null }),
        },
      ],
      toDOM: (node) => ['div', { 'data-branch': node.attrs.test ?? '' }, 0],
    },
    text: { group: 'inline' },
    hardBreak: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    inlineTag: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      attrs: { tag: { validate: isTag }, attributes: { default: {}, validate: isHeld } },
      parseDOM: [{ tag: 'span[data-tag]', getAttrs: readTag }],
      toDOM: (node) => ['span', writeTag(node.attrs)],
    },
    variable: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      attrs: { name: { validate: isName } },
      parseDOM: [
        {
          tag: 'span[data-variable]',
          getAttrs: (element) => ({ name: element.getAttribute('data-variable') }),
        },
      ],
      toDOM: (node) => ['span', { 'data-variable': node.attrs.name }],
    },
    footnote: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      content: '(text | inlineTag | variable)*',
      parseDOM: [{ tag: 'span[data-footnote]' }],
      toDOM: () => ['span', { 'data-footnote': '' }, 0],
    },
  },
  marks: {
    link: {
      inclusive: false,
      attrs: { href: { validate: 'string' } },
      parseDOM: [
        { tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) },
      ],
      toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noreferrer' }, 0],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
    em: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }],
      toDOM: () => ['em', 0],
    },
  },
})

function writeTag(attrs: { readonly [name: string]: unknown }) {
  return { 'data-tag': String(attrs.tag), 'data-attributes': JSON.stringify(attrs.attributes) }
}

function readTag(element: HTMLElement) {
  try {
    const attributes: unknown = JSON.parse(element.getAttribute('data-attributes') ?? '{}')
    const tag = element.getAttribute('data-tag') ?? ''
    return isTagName(tag) && isAttributes(attributes) ? { tag, attributes } : false
  } catch {
    return false
  }
}

function refuse(fits: boolean, what: string): void {
  if (!fits) throw new RangeError(`a draft has no such ${what}`)
}

function isLevel(value: unknown) {
  refuse(value === 2 || value === 3 || value === 4, 'level')
}

function isTag(value: unknown) {
  refuse(isTagName(value), 'tag')
}

function isHeld(value: unknown) {
  refuse(isAttributes(value), 'attributes')
}

function isBranchTest(value: unknown) {
  refuse(value === null || isTest(value), 'test')
}

function isName(value: unknown) {
  refuse(typeof value === 'string' && /^[A-Za-z]+$/.test(value), 'variable')
}
