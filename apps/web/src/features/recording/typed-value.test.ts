import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultIn, readValue, typedAs } from './typed-value.ts'

test.each([
  ['cents', '1.234,56', 123456],
  ['cents', '1234,5', 123450],
  ['cents', '-12', -1200],
  ['cents', '0,05', 5],
  ['text', 'Een.\n\n Twee.', 'Een. Twee.'],
  ['day', '2023-03-31', '2023-03-31'],
  ['period', '2023-Q1', '2023-Q1'],
  ['number', '2,5', 2.5],
  ['boolean', 'ja', true],
  ['code', 'NW4', 'NW4'],
] as const)('%s typed as %j is %j', (kind, text, value) => {
  expect(faultIn(kind, text)).toBeUndefined()
  expect(readValue(kind, text)).toBe(value)
})

test.each([
  ['cents', '1.23', 'Vul een bedrag in, bijvoorbeeld 1.250,50.'],
  ['cents', '€ 5', 'Vul een bedrag in, bijvoorbeeld 1.250,50.'],
  ['text', 'x'.repeat(2001), 'Maak de tekst korter: ten hoogste 2.000 tekens.'],
  ['day', '2023-02-30', 'Vul een dag in die op de kalender staat.'],
  ['period', 'mei', 'Vul een maand in (2023-04), een kwartaal (2023-Q2) of een jaar (2023).'],
] as const)('%s typed as %j: %s', (kind, text, fault) => expect(faultIn(kind, text)).toBe(fault))

test('every amount is typed back as it stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
      const text = typedAs('cents', cents)
      expect(faultIn('cents', text)).toBeUndefined()
      expect(readValue('cents', text)).toBe(cents)
    }),
    { seed: 20230331 },
  )
})
