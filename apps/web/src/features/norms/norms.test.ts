import type { Figure, Indicator, Norm } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { estimateInWords } from './estimate-in-words.ts'
import { chartOfNorm, ownFigures, rowsOf, targetOn } from './norm-table.ts'
import { dimensionsOfNorm, readCell, readNormsSearch, writeCell } from './search.ts'

const norm: Norm = {
  code: 'plan',
  term: 'JB-T03',
  label: 'Gedragen plan',
  norm: 'binnen zes weken',
  source: 'de inspecties',
  share: { indicator: 'in-time', cell: { norm: 'plan' } },
  counts: { indicator: 'norm', cell: { norm: 'plan' } },
  targets: [
    { version: 1, inForceFrom: '2022-09-01', share: 0.9, source: 'een plan' },
    { version: 2, inForceFrom: '2023-02-01', share: 1, source: 'een nieuw plan' },
  ],
}
const indicator = (code: string, kind: Indicator['kind']): Indicator => ({
  code,
  label: code,
  unit: 'van de maatregelen',
  kind,
  versions: [],
  dimensions: {
    norm: { label: 'Norm', values: {} },
    month: { label: 'Maand', values: {} },
    region: { label: 'Regio', values: {} },
  },
  tables: [],
})
const figure = (of: string, by: Record<string, string>, value: number): Figure => ({
  indicator: of,
  definition: 1,
  by,
  value,
  shown: { kind: 'exact', value },
})
const shares = ownFigures(
  [
    figure('in-time', { norm: 'plan', month: '2023-01' }, 0.75),
    figure('in-time', { norm: 'help', month: '2023-01' }, 0.5),
  ],
  norm.share,
)
const outcomes = ownFigures(
  [
    figure('norm', { norm: 'plan', month: '2023-02', outcome: 'running' }, 4),
    figure('norm', { norm: 'plan', month: '2023-01', outcome: 'in-time' }, 3),
    figure('norm', { norm: 'plan', month: '2023-01', outcome: 'late' }, 1),
    figure('norm', { norm: 'help', month: '2023-01', outcome: 'late' }, 9),
  ],
  norm.counts,
)
const told = {
  norm,
  share: indicator('in-time', 'share'),
  counts: indicator('norm', 'count'),
  dimensions: ['month'],
  shares,
  outcomes,
}

describe('the table of a norm', () => {
  test('holds each period with its outcomes, also where nothing is decided yet', () => {
    expect(
      rowsOf(told).map(({ name, share, counts }) => [name, share, ...Object.values(counts)]),
    ).toEqual([
      ['Januari 2023', '75,0%', 3, 1, 0, 0, 0],
      ['Februari 2023', 'nog niets afgelopen', 0, 0, 0, 0, 4],
    ])
  })

  test('the drawing has each target from the month in which it came into force', () => {
    expect(chartOfNorm(told, '2023-03-31')).toMatchObject({
      kind: 'line',
      targets: [
        { label: 'doel 90%', from: '2022-09' },
        { label: 'doel 100%', from: '2023-02' },
      ],
    })
    expect(chartOfNorm({ ...told, norm: { ...norm, targets: [] } }, '2023-03-31')).toMatchObject({
      targets: [],
    })
  })

  test('too many lines are not drawn', () => {
    const many = Array.from({ length: 7 }, (_, place) =>
      figure('in-time', { region: `r${place}`, month: '2023-01' }, 0.5),
    )
    const split = { ...told, dimensions: ['region', 'month'] }
    expect(chartOfNorm({ ...split, shares: many }, '2023-03-31')).toBeUndefined()
    expect(chartOfNorm({ ...split, shares: many.slice(1) }, '2023-03-31')?.kind).toBe('line')
  })

  test('the target of a day is the last that was in force', () => {
    const days = ['2022-08-31', '2022-09-01', '2023-02-01']
    expect(days.map((day) => targetOn(norm, day)?.share)).toEqual([undefined, 0.9, 1])
  })
})

test('the address: months unless told, all at once where it is split up', () => {
  const possible = ['month', 'quarter', 'region']
  expect(dimensionsOfNorm({}, possible)).toEqual(['month'])
  expect(dimensionsOfNorm({ per: 'region' }, possible)).toEqual(['region'])
  expect(dimensionsOfNorm({ per: 'region', periode: 'kwartaal' }, possible)).toEqual([
    'region',
    'quarter',
  ])
  expect(dimensionsOfNorm({ per: 'order', periode: 'alles' }, possible)).toEqual([])
  expect(readNormsSearch({ periode: 'jaar', uitkomst: 'x', pagina: 'y', norm: 'plan' })).toEqual({
    norm: 'plan',
  })
  expect(readCell(writeCell({ month: '2023-01', region: 'Zuid' }))).toEqual({
    month: '2023-01',
    region: 'Zuid',
  })
})

describe('an estimate in words', () => {
  const group = (open: number, missed: number | null) => ({
    code: 'x',
    label: 'x',
    open,
    still: 0,
    missed,
  })
  test.each([
    [[group(12, 6.6)], 'Waarschijnlijk te laat: naar schatting 7 van de 12 lopende termijnen.'],
    [[group(1, 0.2)], 'Waarschijnlijk te laat: naar schatting 0 van de ene lopende termijn.'],
    [[], 'Er lopen nu geen termijnen.'],
    [[group(3, null)], 'Van 3 lopende termijnen is te weinig bekend om iets te schatten.'],
    [
      [group(12, 6.6), group(1, null)],
      'Waarschijnlijk te laat: naar schatting 7 van de 12 lopende termijnen. Van 1 lopende termijn is te weinig bekend om iets te schatten.',
    ],
  ])('%j', (groups, sentence) => {
    expect(estimateInWords(groups)).toBe(sentence)
  })
})
