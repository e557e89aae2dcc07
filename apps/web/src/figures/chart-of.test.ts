import type { Figure, Indicator } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { chartOf } from './chart-of.ts'

const indicator: Indicator = {
  code: 'placed',
  label: 'Uithuisgeplaatste kinderen',
  unit: 'kinderen',
  kind: 'count',
  versions: [],
  dimensions: {
    order: { label: 'Maatregel', values: { with: 'met', without: 'zonder', unknown: 'onbekend' } },
    region: { label: 'Regio', values: {} },
    month: { label: 'Maand', values: {} },
  },
  tables: [],
}

const figure = (by: Record<string, string>, value: number, more: Partial<Figure> = {}): Figure => ({
  indicator: 'placed',
  definition: 1,
  by,
  value,
  shown: { kind: 'exact', value },
  ...more,
})

const chart = (dimensions: string[], figures: Figure[], previous?: Figure[]) =>
  chartOf({ indicator, dimensions, figures, previous })

describe('which chart suits a table', () => {
  test('one dimension: bars, the codes in the order of the definition', () => {
    const spec = chart(
      ['order'],
      [
        figure({ order: 'unknown' }, 20),
        figure({ order: 'without' }, 36),
        figure({ order: 'with' }, 207),
      ],
    )
    expect(spec).toMatchObject({
      kind: 'bars',
      title: 'Uithuisgeplaatste kinderen naar maatregel',
      rows: [
        { label: 'Met', value: 207 },
        { label: 'Zonder', value: 36 },
        { label: 'Onbekend', value: 20 },
      ],
    })
  })

  test('codes that no definition orders go by size, what is not known last', () => {
    const spec = chart(
      ['region'],
      [
        figure({ region: 'unknown' }, 50),
        figure({ region: 'Flevoland' }, 20),
        figure({ region: 'Rijnmond' }, 34),
      ],
    )
    expect(spec?.kind === 'bars' && spec.rows.map((row) => row.label)).toEqual([
      'Rijnmond',
      'Flevoland',
      'Unknown',
    ])
  })

  test('months: a line, in order of time', () => {
    const spec = chart(
      ['month'],
      [figure({ month: '2023-01' }, 3), figure({ month: '2022-12' }, 5)],
    )
    expect(spec).toMatchObject({
      kind: 'line',
      series: [
        {
          points: [
            { period: '2022-12', value: 5 },
            { period: '2023-01', value: 3 },
          ],
        },
      ],
    })
  })

  test('months and another dimension: a line for each of its codes', () => {
    const spec = chart(
      ['month', 'order'],
      [
        figure({ month: '2023-01', order: 'with' }, 3),
        figure({ month: '2023-01', order: 'without' }, 4),
      ],
    )
    expect(spec?.kind === 'line' && spec.series.map((one) => one.label)).toEqual(['Met', 'Zonder'])
  })

  test('two dimensions of counts: stacked bars; of shares: bars', () => {
    const cells = [
      figure({ region: 'Rijnmond', order: 'with' }, 3),
      figure({ region: 'Rijnmond', order: 'without' }, 4),
    ]
    expect(chart(['region', 'order'], cells)).toMatchObject({
      kind: 'stacked',
      parts: ['Met', 'Zonder'],
      rows: [{ label: 'Rijnmond', values: [{ value: 3 }, { value: 4 }] }],
    })
    const shares = { ...indicator, kind: 'share' as const }
    expect(
      chartOf({ indicator: shares, dimensions: ['region', 'order'], figures: cells }),
    ).toMatchObject({
      kind: 'bars',
      rows: [
        { group: 'Rijnmond', label: 'Met' },
        { group: 'Rijnmond', label: 'Zonder' },
      ],
    })
  })

  test('no figures, or more than two dimensions: none', () => {
    expect(chart(['order'], [])).toBeUndefined()
    expect(
      chart(['order', 'region', 'month'], [figure({ order: 'a', region: 'b', month: 'c' }, 1)]),
    ).toBeUndefined()
  })
})

describe('what is drawn of a figure', () => {
  test('what was before, cell by cell', () => {
    const spec = chart(
      ['order'],
      [figure({ order: 'with' }, 207), figure({ order: 'without' }, 36)],
      [figure({ order: 'with' }, 199)],
    )
    expect(spec?.kind === 'bars' && spec.rows.map((row) => row.previous)).toEqual([199, null])
  })

  test('a protected value is said, never drawn', () => {
    const spec = chart(
      ['order'],
      [figure({ order: 'with' }, 3, { shown: { kind: 'suppressed', reason: 'below-threshold' } })],
    )
    expect(spec?.kind === 'bars' && spec.rows).toEqual([
      { label: 'Met', value: null, text: 'afgeschermd' },
    ])
  })
})
