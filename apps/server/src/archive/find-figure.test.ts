import type { FigureValue, ReportDocument } from '@tijdig/reports'
import { expect, it } from 'vitest'
import { findFigure, findSame } from './find-figure.ts'

const figure = (id: string, text: string, status: string): FigureValue => ({
  kind: 'figure',
  id,
  text,
  shown: { kind: 'exact', value: Number(text) },
  source: { indicator: 'ot.status', definition: 1, part: 'value', cells: [{ status }] },
})
const text = (words: string) => ({ kind: 'text', text: words }) as const

const document = {
  blocks: [
    { kind: 'paragraph', inlines: [text('Boven '), figure('a', '1', 'x')] },
    { kind: 'heading', level: 2, id: 'kop', inlines: [text('Een kop')] },
    {
      kind: 'list',
      items: [
        [
          {
            kind: 'paragraph',
            inlines: [
              text('Er zijn 7 dingen. Nu zijn er '),
              { kind: 'strong', inlines: [figure('b', '7', 'y')] },
              text('. Klaar.'),
            ],
          },
        ],
      ],
    },
    {
      kind: 'table',
      number: 'Tabel 1',
      caption: 'Standen',
      content: { rows: [{ header: 'loopt', cells: [figure('c', '3', 'z')] }] },
    },
  ],
  footnotes: [{ number: 1, inlines: [text('Noot '), figure('d', '4', 'n')] }],
} as unknown as ReportDocument

it.each([
  ['a', undefined, 'Boven 1'],
  ['b', 'Een kop', 'Nu zijn er 7.'],
  ['c', 'Een kop', 'Tabel 1: Standen, rij “loopt”'],
  ['d', 'Voetnoten', 'Noot 4'],
])('the figure %s stands under %s: %s', (id, section, place) => {
  const found = findFigure(document, id)
  expect([found?.figure.id, found?.section?.title, found?.place]).toEqual([id, section, place])
})

it('finds none that is not there', () => {
  expect(findFigure(document, 'e')).toBeUndefined()
})

it('finds the same figure under another anchor, and no other', () => {
  expect(findSame(document, figure('elders', '9', 'z'))?.id).toBe('c')
  expect(findSame(document, figure('c', '9', 'weg'))).toBeUndefined()
})
