import { expect, test } from 'vitest'
import { fieldNames } from './field-names.ts'

test.each([
  [[], ''],
  [['Soort hulp'], 'soort hulp'],
  [['Soort hulp', 'Reden'], 'soort hulp en reden'],
  [['Soort hulp', 'Reden', 'Plaats'], 'soort hulp, reden en plaats'],
])('%j', (labels, words) => {
  expect(fieldNames(labels.map((label) => ({ label })))).toBe(words)
})
