import type { ReportDocument } from '@tijdig/reports'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDifferences, wordRuns } from './text-differences.ts'

const documentOf = (...lines: string[]) =>
  ({
    blocks: lines.map((line, index) =>
      line.startsWith('# ')
        ? {
            kind: 'heading',
            level: 2,
            id: `${index}`,
            inlines: [{ kind: 'text', text: line.slice(2) }],
          }
        : { kind: 'paragraph', inlines: [{ kind: 'text', text: line }] },
    ),
    footnotes: [],
  }) as unknown as ReportDocument

const told = (from: string[], to: string[]) =>
  textDifferences(documentOf(...from), documentOf(...to)).map(({ section, runs }) => [
    section,
    runs.map(({ kind, text }) => (kind === 'same' ? text : `${kind}(${text})`)).join(' '),
  ])

describe('the text of two reports', () => {
  it.each([
    [['# A', 'een twee'], ['# A', 'een twee'], []],
    [
      ['# A', 'er zijn 670 kinderen'],
      ['# A', 'er zijn 693 kinderen'],
      [['A', 'er zijn gone(670) new(693) kinderen']],
    ],
    [['# A', 'een'], ['# A', 'een', 'twee'], [['A', 'new(twee)']]],
    [['# A', 'een', '# B', 'weg ermee'], ['# A', 'een', '# B'], [['B', 'gone(weg ermee)']]],
    [
      ['# A', 'heel iets anders'],
      ['# A', 'niets van dat alles'],
      [
        ['A', 'gone(heel iets anders)'],
        ['A', 'new(niets van dat alles)'],
      ],
    ],
  ])('%j and %j', (from, to, expected) => {
    expect(told(from, to)).toEqual(expected)
  })

  it('is told so that each of both can be read back from it', () => {
    const texts = fc.array(fc.constantFrom('een', 'twee', 'drie', 'vier'), { minLength: 1 })
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const runs = wordRuns(a.join(' '), b.join(' '))
        const read = (leave: string) =>
          runs.flatMap(({ kind, text }) => (kind === leave ? [] : [text])).join(' ')
        expect([read('new'), read('gone')]).toEqual([a.join(' '), b.join(' ')])
      }),
    )
  })

  it('of any length is told in a bounded time', () => {
    const long = Array.from({ length: 5_000 }, (_, index) => `a${index}`).join(' ')
    expect(wordRuns(long, long.replaceAll('a', 'b'))).toHaveLength(2)
  })
})
