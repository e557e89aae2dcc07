import { expect, it } from 'vitest'
import { usualWhose } from './search.ts'

it.each([
  ['worker', 'mij'],
  ['team-lead', 'mij'],
  ['coordinator', 'mij'],
  ['policy-officer', 'organisatie'],
  ['publisher', 'organisatie'],
])('a %s begins with the work of: %s', (role, whose) => expect(usualWhose(role)).toBe(whose))
