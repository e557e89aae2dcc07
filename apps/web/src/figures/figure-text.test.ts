import type { Figure } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { figureText, partsInWords } from './figure-text.ts'

const figure = (shown: Figure['shown']): Figure => ({
  indicator: 'contacted',
  definition: 1,
  by: {},
  value: 308 / 376,
  numerator: 308,
  denominator: 376,
  shown,
})

test.each([
  [{ kind: 'exact', value: 308 / 376 }, '82%'],
  [{ kind: 'rounded', value: 0.8, to: 0.05 }, 'ongeveer 80%'],
  [{ kind: 'suppressed', reason: 'below-threshold' }, 'afgeschermd'],
  [{ kind: 'undefined', reason: 'nothing-to-divide-by' }, 'niet te berekenen'],
] as const)('%j is said as "%s"', (shown, text) => {
  expect(figureText(figure(shown), 'share')).toBe(text)
})

test('a share says what it is a share of', () => {
  const exact = figure({ kind: 'exact', value: 308 / 376 })
  const indicator = {
    code: '',
    label: '',
    kind: 'share',
    versions: [],
    dimensions: {},
    tables: [],
  } as const
  const said = (unit: string) =>
    partsInWords(exact, { ...indicator, versions: [], tables: [], unit })
  expect(said('van de aanmeldingen')).toBe('308 van de 376 aanmeldingen')
  expect(said('aanmeldingen')).toBe('308 van 376 aanmeldingen')
})
