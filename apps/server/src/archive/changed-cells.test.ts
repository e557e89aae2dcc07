import { type Figure, type IndicatorLabels, protect } from '@tijdig/figures'
import { shownWords } from '@tijdig/reports'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedCells } from './changed-cells.ts'

const labels = {
  code: 'ot.help',
  label: 'Hulp',
  unit: 'gezinnen',
  kind: 'count',
  versions: [],
  dimensions: {
    region: { label: 'Regio', values: { '1': 'Noord', '2': 'Zuid' } },
    kind: { label: 'Soort', values: { a: 'thuis', b: 'elders' } },
  },
  tables: [],
} satisfies IndicatorLabels

const figure = (by: Figure['by'], value: number, definition = 1): Figure => ({
  ...{ indicator: 'ot.help', definition, by, value },
})
const share = (numerator: number, denominator: number): Figure => ({
  ...figure({}, numerator / denominator),
  numerator,
  denominator,
})
const rounded = (...figures: Figure[]) => protect(figures, 'rounded-5')
const hidden = (...figures: Figure[]) => protect(figures, 'rounded-5-hidden-10')
const exact = (...figures: Figure[]) => protect(figures, 'exact')

/** Each changed cell on one line. */
const told = (...ends: readonly [ReturnType<typeof exact>, ReturnType<typeof exact>]) =>
  changedCells([labels], ...ends).flatMap(({ cells }) =>
    cells.map(({ name, from, to }) => `${name}: ${from ?? '-'} > ${to ?? '-'}`),
  )

describe('what two editions show otherwise', () => {
  it.each([
    [
      'is nothing where both round to the same',
      rounded(figure({}, 61)),
      rounded(figure({}, 59)),
      [],
    ],
    [
      'is each as it was rounded',
      rounded(figure({}, 57)),
      rounded(figure({}, 58)),
      ['Hulp: 55 > 60'],
    ],
    [
      'is exact where one edition was',
      exact(figure({}, 57)),
      rounded(figure({}, 57)),
      ['Hulp: 57 > 55'],
    ],
    [
      'has words for almost nothing',
      rounded(figure({}, 2)),
      rounded(figure({}, 9)),
      ['Hulp: minder dan 3 > 10'],
    ],
    [
      'knows a cell of the first only',
      rounded(figure({ region: '1' }, 20)),
      [],
      ['Hulp, Noord: 20 > -'],
    ],
    [
      'knows a cell of the second only',
      [],
      rounded(figure({ region: '1' }, 20)),
      ['Hulp, Noord: - > 20'],
    ],
  ])('%s', (_, from, to, lines) => {
    expect(told(from, to)).toEqual(lines)
  })

  it('says of what is hidden only that it is', () => {
    const cells = (value: number) => hidden(figure({ region: '1', kind: 'a' }, value))
    expect(told(cells(9), cells(41))).toEqual(['Hulp, Noord, thuis: te weinig om te tonen > 40'])
    expect(told(cells(9), cells(1))).toEqual([])
  })

  it('writes shares, the totals first, and finds a cell however its dimensions are ordered', () => {
    const divided = { ...labels, kind: 'share' as const }
    const [first] = changedCells([divided], rounded(share(21, 100)), rounded(share(33, 100)))
    expect(first?.cells.map(({ from, to }) => [from, to])).toEqual([['20,0 %', '35,0 %']])
    const before = exact(figure({ region: '1', kind: 'a' }, 3), figure({}, 8))
    expect(told(before, exact(figure({ kind: 'a', region: '1' }, 4), figure({}, 9)))).toEqual([
      'Hulp: 8 > 9',
      'Hulp, Noord, thuis: 3 > 4',
    ])
  })

  it('tells where the definition is another', () => {
    const [moved] = changedCells([labels], exact(figure({}, 1)), exact(figure({}, 2, 2)))
    expect(moved?.redefined).toEqual([1, 2])
  })

  it('is never more than what one of both shows in that cell', () => {
    const by = fc.record({
      region: fc.constantFrom('1', '2'),
      kind: fc.constantFrom('a', 'b'),
    })
    const figures = fc
      .uniqueArray(fc.tuple(by, fc.nat(40)), { selector: ([cell]) => `${cell.region}${cell.kind}` })
      .map((cells) => cells.map(([cell, value]) => figure(cell, value)))
    const protection = fc.constantFrom('exact', 'rounded-5', 'rounded-5-hidden-10' as const)
    const edition = fc.tuple(figures, protection).map(([all, how]) => protect(all, how))
    fc.assert(
      fc.property(edition, edition, (from, to) => {
        const naive = new Set(
          [...from, ...to].map(({ shown, by: { region, kind } }) =>
            [region, kind, shownWords(shown, { kind: 'count', place: 'table' })].join(),
          ),
        )
        const codes = { Noord: '1', Zuid: '2', thuis: 'a', elders: 'b' } as Record<string, string>
        for (const { cells } of changedCells([labels], from, to)) {
          for (const cell of cells) {
            const place = cell.name
              .split(', ')
              .slice(1)
              .map((word) => codes[word])
              .sort()
            for (const words of [cell.from, cell.to]) {
              if (words !== undefined) expect(naive).toContain([...place, words].join())
            }
            expect(cell.from).not.toBe(cell.to)
          }
        }
      }),
      { seed: 6 },
    )
  })
})
