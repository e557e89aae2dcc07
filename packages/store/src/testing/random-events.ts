import { addDays, type Event, getDay, getMoment, type Moment } from '@tijdig/core'
import fc from 'fast-check'

const FIRST = getDay('2023-01-01')
const START = getMoment('2023-01-01T09:00:00Z')
const HOUR = 3_600_000_000

const TYPES = [
  'lent',
  'lent',
  'returned',
  'partLent',
  'partLent',
  'partReturned',
  'reminded',
  'partyJoined',
  'partyJoined',
  'partyLeft',
  'sharedWith',
  'sharingEnded',
] as const

/**
 * Untidy logs of the route `tool`: late, out of order, corrected and withdrawn across
 * trajectories, superseding what is not there (yet), brought in twice, at times with other content.
 */
export function untidyLog(most: number): fc.Arbitrary<Event[]> {
  const one = fc.record({
    number: fc.integer({ min: 0, max: most }),
    trajectory: fc.integer({ min: 1, max: 4 }),
    type: fc.constantFrom(...TYPES),
    day: fc.integer({ min: 0, max: 12 }),
    hour: fc.integer({ min: 0, max: 400 }),
    code: fc.constantFrom('a', 'b', 'c'),
    team: fc.constantFrom(undefined, 'x', 'y'),
    // Most supersede nothing; of those that do, one in three only withdraws.
    supersedes: fc.option(fc.integer({ min: 0, max: most }), { freq: 3 }),
    withdraws: fc.integer({ min: 0, max: 2 }),
  })
  return fc.array(one, { minLength: 1, maxLength: most, size: 'max' }).map((all) =>
    all.map((made): Event => {
      const supersedes = made.supersedes === made.number ? null : made.supersedes
      const withdraws = supersedes !== null && made.withdraws === 0
      return {
        id: `e${made.number}`,
        trajectory: `T-${made.trajectory}`,
        route: 'tool',
        type: withdraws ? 'retracted' : made.type,
        validOn: addDays(FIRST, made.day),
        recordedAt: (START + made.hour * HOUR) as Moment,
        ...(supersedes === null ? {} : { supersedes: `e${supersedes}` }),
        data: withdraws ? {} : dataOf(made),
      }
    }),
  )
}

function dataOf({
  type,
  code,
  team,
}: {
  type: (typeof TYPES)[number]
  code: string
  team: string | undefined
}): Event['data'] {
  switch (type) {
    case 'lent':
      return { shop: code }
    case 'partLent':
      return { part: code, colour: `${code}${code}` }
    case 'partReturned':
      return { part: code }
    case 'partyJoined':
      return { organisation: code, ...(team === undefined ? {} : { team }) }
    case 'sharedWith':
      return { organisation: code, fields: team ? 'part,colour' : 'shop', until: '2999-01-01' }
    case 'partyLeft':
    case 'sharingEnded':
      return { organisation: code }
    case 'returned':
    case 'reminded':
      return {}
    default:
      return type satisfies never
  }
}
