import { expect, it } from 'vitest'
import { draftSchema } from '../schema.ts'
import { applySteps, findText, mapPlace } from './apply-steps.ts'
import { textDifferences } from './differences.ts'
import { hintsOfText } from './hints-of-text.ts'
import { promptsOfText } from './prompts-of-text.ts'

const paragraph = (text: string) =>
  draftSchema.node('paragraph', null, text === '' ? [] : [draftSchema.text(text)])
const doc = (...lines: string[]) => draftSchema.node('doc', null, lines.map(paragraph))
const insert = (at: number, text: string) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text }] },
})

it.each<[string, unknown, boolean]>([
  ['words', insert(1, 'Nog '), true],
  ['beyond the end', insert(99, 'x'), false],
  ['a form that there is not', { stepType: 'nope' }, false],
  ['nothing', null, false],
  [
    'a node that there is not',
    { stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'script' }] } },
    false,
  ],
  [
    'a tag with code for a name',
    {
      stepType: 'replace',
      from: 0,
      to: 0,
      slice: { content: [{ type: 'blockTag', attrs: { tag: 'x %}', attributes: {} } }] },
    },
    false,
  ],
  [
    'words where only blocks may stand',
    { stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'text', text: 'x' }] } },
    false,
  ],
])('a step with %s', (_what, step, fits) => {
  expect(applySteps(doc('een'), [step]).ok).toBe(fits)
})

it('a text that is none is not found', () => {
  expect(findText({ type: 'paragraph' })).toBeUndefined()
  expect(
    findText({ type: 'doc', content: [{ type: 'blockTag', attrs: { tag: 'if' } }] }),
  ).toBeUndefined()
  expect(findText(doc('een').toJSON())?.textContent).toBe('een')
})

it.each<[string, object, { from: number; to: number; gone: boolean }]>([
  ['before it', insert(1, 'xx'), { from: 4, to: 6, gone: false }],
  ['within it', insert(3, 'xx'), { from: 2, to: 6, gone: false }],
  ['after it', insert(4, 'xx'), { from: 2, to: 4, gone: false }],
  ['that takes it out', { stepType: 'replace', from: 1, to: 4 }, { from: 1, to: 1, gone: true }],
])('a place moves with a step %s', (_what, step, place) => {
  expect(mapPlace({ from: 2, to: 4 }, [step])).toEqual(place)
})

it('says which blocks were added and taken out', () => {
  const parts = textDifferences(doc('een', 'twee', 'drie'), doc('een', '2', 'drie', 'vier'))
  expect(parts.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
    'same een',
    'removed twee',
    'added 2',
    'same drie',
    'added vier',
  ])
})

it('leads a hint to its place, past figures and footnotes', () => {
  const figure = draftSchema.node('inlineTag', { tag: 'figure', attributes: {} })
  const note = draftSchema.node('footnote', null, [draftSchema.text('Indien.')])
  const text = draftSchema.node('doc', null, [
    paragraph('Een.'),
    draftSchema.node('paragraph', null, [figure, note, draftSchema.text(' is reeds veel.')]),
  ])
  const found = hintsOfText(text).map(({ from, to }) => text.textBetween(from, to))
  expect(found.sort()).toEqual(['Indien', 'reeds'])
})

it('what a template still asks of whoever writes is found at its places, in order', () => {
  const asked = (question: string) =>
    draftSchema.node('blockTag', { tag: 'prompt', attributes: { question } })
  const text = draftSchema.node('doc', null, [
    paragraph('Af.'),
    asked('Waarom?'),
    draftSchema.node('blockTag', { tag: 'definition', attributes: {} }),
    asked('En nu?'),
  ])
  expect(promptsOfText(text)).toEqual([
    { from: 5, to: 6, question: 'Waarom?' },
    { from: 7, to: 8, question: 'En nu?' },
  ])
})
