import type { Light, Part, Programme } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { cellInWords, gridGroups, signOf, yearsOf } from './grid-rows.ts'

test.each([
  [null, false, undefined, 'niets gepland'],
  [null, true, undefined, 'gepland'],
  ['no-action', false, undefined, 'nog niet begonnen'],
  ['no-action', true, 'no-action', 'nog niet begonnen, gepland'],
  ['stalled', true, 'stalled', 'loopt vast, gepland'],
  ['done', false, 'done', 'klaar'],
] as const)('%s, planned %s: sign %s, read aloud as %s', (light, isPlanned, sign, words) => {
  const cell = { light: light as Light | null, isPlanned }
  expect(signOf(cell)).toBe(sign)
  expect(cellInWords(cell)).toBe(words)
})

test('years stand above their months', () => {
  expect(yearsOf(['2022-11', '2022-12', '2023-01'])).toEqual([
    { year: '2022', months: 2 },
    { year: '2023', months: 1 },
  ])
  expect(yearsOf([])).toEqual([])
})

test('rows stand with their line; without one with the programme', () => {
  const part = (code: string, line: string | null, title: string) => ({
    code,
    line,
    title,
    id: code,
  })
  const programme = {
    parts: [
      part('WQ', 'WQ', 'Plezier in het werk'),
      part('W2', 'WQ', 'Werven'),
      part('X', null, 'Los'),
    ],
    grid: { months: [], rows: ['W2', 'X', 'weg'].map((code) => ({ code, cells: [] })) },
  } as unknown as { parts: Part[]; grid: Programme['grid'] }
  expect(
    gridGroups(programme).map(({ title, above, rows }) => [
      title,
      above,
      rows.map((row) => row.part.code),
    ]),
  ).toEqual([
    ['Plezier in het werk', 0, ['W2']],
    ['Bij het hele programma', 1, ['X']],
  ])
})
