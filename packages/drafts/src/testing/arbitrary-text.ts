import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { draftSchema } from '../schema.ts'

/** What Markdown and Markdoc would read as a form, beside letters of all kinds. */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('de hulp', 'kinderen', ' ', 'é', '👶', 'a', 'b ', ', '),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...['*', '**', '_', '`', '[', ']', '(x)', '#', '1. ', '- ', '+ ', '> ', '|', '---', '~~'],
          ...[
            '&amp;',
            '<b>',
            '\\',
            '{',
            '}',
            '!',
            ':',
            '=',
            '$x',
            '%',
            '"',
            '\u00a0',
            '1)',
            ']: x',
          ],
        ),
      },
      fc.string({ maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/\{%|%\}/g, '%')
      .replaceAll('](', ']'),
  )
  .filter((text) => text !== '')

const marks = fc
  .record({
    strong: fc.boolean(),
    em: fc.boolean(),
    link: fc.option(
      fc.constantFrom('https://voorbeeld.nl/a?b=c&d=(e)', '#kop', 'mailto:a@example.org'),
      { freq: 5 },
    ),
  })
  .map(({ strong, em, link }): Mark[] => [
    ...(link === null ? [] : [draftSchema.mark('link', { href: link })]),
    ...(strong ? [draftSchema.mark('strong')] : []),
    ...(em ? [draftSchema.mark('em')] : []),
  ])

const attributes = fc.record({
  indicator: fc.constantFrom('ot.children', 'ot.status'),
  by: fc.constantFrom(
    { status: ['running', 'reopened'] },
    { placement: 'network' },
    { 'a-b': 'é' },
  ),
  title: fc.constantFrom('Gewoon', 'Met "haken" en %} en \\', '{% table /%}'),
  decimals: fc.constantFrom(0, 1, 2),
  total: fc.boolean(),
})

const note = fc.oneof(
  fc.tuple(words, marks).map(([text, all]) => draftSchema.text(text, all)),
  fc
    .tuple(attributes, marks)
    .map(([held, all]) =>
      draftSchema.node('inlineTag', { tag: 'figure', attributes: held }, undefined, all),
    ),
  marks.map((all) => draftSchema.node('variable', { name: 'cutOff' }, undefined, all)),
)

const inHeading = fc.oneof(
  { weight: 6, arbitrary: note },
  fc.array(note, { maxLength: 3 }).map((all) => draftSchema.node('footnote', undefined, all)),
)

const inline = fc.oneof(
  { weight: 6, arbitrary: inHeading },
  fc.constant(draftSchema.node('hardBreak')),
)

const paragraph = fc
  .array(inline, { maxLength: 5 })
  .map((all) => draftSchema.node('paragraph', undefined, all))

const { list } = fc.letrec<{ list: Node; item: Node }>((tie) => ({
  item: fc
    .array(fc.oneof({ maxDepth: 2, withCrossShrink: true }, paragraph, tie('list')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) => draftSchema.node('listItem', undefined, all)),
  list: fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    )
    .map(([type, items]) => draftSchema.node(type, null, items)),
}))

const plain = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(2, 3, 4), fc.array(inHeading, { maxLength: 3 }))
    .map(([level, all]) => draftSchema.node('heading', { level }, all)),
  list,
  attributes.map((held) => draftSchema.node('blockTag', { tag: 'table', attributes: held })),
)

const condition = fc
  .tuple(
    fc.constantFrom('$explained', 'not($explained)'),
    fc.array(plain, { minLength: 1, maxLength: 3 }),
    fc.option(fc.array(plain, { minLength: 1, maxLength: 2 })),
  )
  .map(([test, then, other]) =>
    draftSchema.node('condition', null, [
      draftSchema.node('branch', { test }, then),
      ...(other ? [draftSchema.node('branch', { test: null }, other)] : []),
    ]),
  )

/** Any text that a draft may hold, save what is refused with a sentence: `{%`, `%}` and `](`. */
export const arbitraryText: fc.Arbitrary<Node> = fc
  .array(fc.oneof({ weight: 5, arbitrary: plain }, condition), { minLength: 1, maxLength: 5 })
  .map((blocks) => draftSchema.node('doc', null, blocks))
