import { hashOfEnds } from '@tijdig/server'
import { expect, it } from 'vitest'
import { parseCheckpoint, printCheckpoint } from './parse-checkpoint.ts'

const chains = [
  { chain: 0, position: 3, hash: 'a'.repeat(64) },
  { chain: 1, position: 0, hash: 'b'.repeat(64) },
]
const AT = '2023-04-06T10:00:00Z'
const LODGED = { identity: 'a', at: AT, hash: hashOfEnds('a', chains), chains }
const OF_ONE_CHAIN = { identity: 'a', position: 3, hash: 'a'.repeat(64), at: AT }

it('reads a checkpoint as it was printed', () => {
  expect(parseCheckpoint(printCheckpoint(LODGED))).toEqual(LODGED)
})

it('reads one of when there was one chain', () => {
  const [only] = chains
  expect(parseCheckpoint(JSON.stringify(OF_ONE_CHAIN))).toEqual({
    identity: 'a',
    at: AT,
    hash: hashOfEnds('a', only ? [only] : []),
    chains: [only],
  })
})

it.each([
  '',
  'null',
  '[]',
  '{}',
  JSON.stringify({ ...LODGED, hash: 'a' }),
  JSON.stringify({ ...LODGED, hash: 'c'.repeat(64) }),
  JSON.stringify({ ...LODGED, chains: [] }),
  JSON.stringify({ ...LODGED, chains: chains.slice(1) }),
  JSON.stringify({ ...OF_ONE_CHAIN, hash: 'a' }),
  JSON.stringify({ ...OF_ONE_CHAIN, position: -1 }),
  JSON.stringify({ ...OF_ONE_CHAIN, position: '3' }),
  JSON.stringify({ ...OF_ONE_CHAIN, identity: undefined }),
])('%s is none', (text) => {
  expect(parseCheckpoint(text)).toBeUndefined()
})
