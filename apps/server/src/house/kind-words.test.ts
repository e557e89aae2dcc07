import { expect, it } from 'vitest'
import { kindWords } from './kind-words.ts'

it.each([
  ['cents', '16700000', '€ 167.000,00'],
  ['day', '2023-04-15', '15 april 2023'],
  ['period', '2022-07', 'juli 2022'],
  ['period', '2022-Q4', '4e kwartaal 2022'],
  ['period', '2022', '2022'],
  ['text', 'Een zin.', undefined],
  ['code', '2022-07', undefined],
] as const)('%s %s is said as %s', (kind, value, words) => {
  expect(kindWords(kind, value)?.replaceAll('\u00a0', ' ')).toBe(words)
})
