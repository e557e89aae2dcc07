import type { SpendingAnswer } from '@tijdig/server/contract'
import { describe, expect, test } from 'vitest'
import { fileWrong } from './file-in-base64.ts'
import { countsInWords, exceedingInWords, inOrder } from './spending-words.ts'

const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '))

const row = (number: number, outcome: SpendingAnswer['rows'][number]['outcome']) => ({
  row: number,
  outcome,
  budget: 'A',
  kind: 'spent' as const,
  month: '2023-02',
  amount: 100,
  reason: outcome === 'refused' ? 'Kan niet.' : null,
})

const answer = (more: Partial<SpendingAnswer>): SpendingAnswer => ({
  recorded: 1,
  already: 0,
  refused: 0,
  rows: [row(2, 'recorded')],
  exceeding: [],
  ...more,
})

const budget = {
  code: 'A',
  title: 'Training',
  granted: 100_000,
  spent: 60_000,
  forecast: 20_000,
  willExceed: null,
}

const beyond = { month: '2023-03', by: 5_000, isSpent: false }

describe('what was read', () => {
  test.each([
    [{ recorded: 1 }, 'Van de 1 rij: 1 vastgelegd.'],
    [
      { recorded: 2, already: 1, refused: 1 },
      'Van de 4 rijen: 2 vastgelegd, 1 stond er al, 1 geweigerd.',
    ],
    [{ recorded: 0, already: 3 }, 'Van de 3 rijen: 3 stonden er al.'],
  ])('%o is counted in words', (counts, said) => {
    expect(countsInWords(answer(counts))).toBe(said)
  })

  test('what was refused comes first', () => {
    const rows = [row(2, 'recorded'), row(3, 'refused'), row(4, 'already'), row(5, 'refused')]
    expect(inOrder(rows).map((each) => each.row)).toEqual([3, 5, 2, 4])
  })
})

describe('a budget that goes beyond what was granted', () => {
  const exceeding = [{ budget: 'A', title: 'Training', ...beyond }]

  test('tells what was left before', () => {
    expect(plain(exceedingInWords(answer({ exceeding }), [budget]))).toEqual([
      'Training (A) gaat in maart 2023 over wat is toegekend: naar verwachting is dat € 50,00 te veel. Voor het inlezen bleef er nog € 200,00 over.',
    ])
  })

  test('tells that it was so already, or was otherwise', () => {
    const said = (before: typeof beyond) =>
      plain(exceedingInWords(answer({ exceeding }), [{ ...budget, willExceed: before }]))[0]
    expect(said(beyond)).toMatch(/te veel\. Dat was al zo\.$/)
    expect(said({ ...beyond, month: '2023-05', by: 100 })).toMatch(
      /Voor het inlezen was er € 1,00 te veel, in mei 2023\.$/,
    )
  })

  test('tells that it has happened', () => {
    const spent = [{ budget: 'A', title: 'Training', ...beyond, isSpent: true }]
    expect(plain(exceedingInWords(answer({ exceeding: spent }), []))).toEqual([
      'Training (A) ging in maart 2023 over wat is toegekend: er is € 50,00 te veel uitgegeven.',
    ])
  })

  test('tells that it no longer does, where a row did that', () => {
    const before = [{ ...budget, willExceed: beyond }]
    expect(plain(exceedingInWords(answer({}), before))).toEqual([
      'Training (A) blijft nu binnen wat is toegekend. Voor het inlezen was er € 50,00 te veel.',
    ])
    expect(exceedingInWords(answer({ rows: [row(2, 'refused')] }), before)).toEqual([])
  })
})

test.each([
  [undefined, 'Kies eerst een bestand.'],
  [{ size: 0 }, 'Dit bestand is leeg. Kies een ander.'],
  [{ size: 45_000 }, undefined],
  [{ size: 45_001 }, expect.stringContaining('groter dan 45 kB')],
])('a file %o is told to be wrong before it is sent', (file, wrong) => {
  expect(fileWrong(file)).toEqual(wrong)
})
