import { expect, it } from 'vitest'
import { parseCheckpoint } from './parse-checkpoint.ts'

const LODGED = { identity: 'a', position: 3, hash: 'a'.repeat(64), at: '2023-04-06T10:00:00Z' }

it('reads a checkpoint as it was printed', () => {
  expect(parseCheckpoint(JSON.stringify(LODGED))).toEqual(LODGED)
})

it.each([
  '',
  'null',
  '[]',
  '{}',
  JSON.stringify({ ...LODGED, hash: 'a' }),
  JSON.stringify({ ...LODGED, position: -1 }),
  JSON.stringify({ ...LODGED, position: '3' }),
  JSON.stringify({ ...LODGED, identity: undefined }),
])('%s is none', (text) => {
  expect(parseCheckpoint(text)).toBeUndefined()
})
