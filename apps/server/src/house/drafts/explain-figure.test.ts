import type { Explanation } from '@tijdig/figures'
import { expect, it } from 'vitest'
import { sentencesOf } from './explain-figure.ts'

const NOTHING = { late: 0, corrected: 0, redefined: 0, happened: 0 }

function told(parts: Partial<Explanation>, isShare = false): string {
  const change = { indicator: 'a', by: {}, from: 670, to: 693, ...NOTHING, ...parts }
  const pieces = sentencesOf(change, { isShare, unit: 'kinderen', isPublished: true })
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `[${piece.part}]`)).join('')
}

const FIRST = 'In het vorige rapport stond hier [from].'

it.each<[Partial<Explanation>, string]>([
  [{}, `${FIRST} Dat is hetzelfde gebleven.`],
  [{ late: 23 }, `${FIRST} Er kwamen [late] kinderen bij die later bekend werden.`],
  [{ late: 1 }, `${FIRST} Er kwam er [late] bij, die later bekend werd.`],
  [{ late: -2 }, `${FIRST} Er gingen [late] af, door wat later bekend werd.`],
  [{ corrected: -3 }, `${FIRST} Een verbetering maakte dit aantal [corrected] lager.`],
  [
    { redefined: 4, happened: -1 },
    `${FIRST} Een andere manier van tellen maakte dit aantal [redefined] hoger. Sindsdien ging er [happened] af.`,
  ],
])('%j', (parts, words) => expect(told(parts)).toBe(words))

it('a share moves by points', () => {
  expect(told({ late: 0.01 }, true)).toBe(
    `${FIRST} Door wat later bekend werd veranderde het met: [late].`,
  )
})
