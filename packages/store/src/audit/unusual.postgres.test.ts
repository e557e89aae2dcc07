import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../store.ts'
import { enter } from '../testing/enter.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { testPlans } from '../testing/test-route.ts'
import type { Unusual } from './unusual.ts'

let database: TestDatabase
let auditor: string

beforeAll(async () => {
  database = await createTestDatabase()
  auditor = await enter(database, { role: 'auditor', organisation: 'I', kind: 'inspectorate' })
})
afterAll(() => database.drop())
beforeEach(() =>
  database.asOwner(`set session_replication_role = 'replica'; delete from tijdig.audit`),
)

/** A made-up record: who did what to which family, on `day hour:minute` of the week before this one. */
interface MadeUp {
  readonly person?: string
  readonly kind?: string
  readonly at: string
  readonly family: string
  readonly refused?: boolean
}

/** Days of the week before this one, as `tue 09:30`; never longer ago than a fortnight. */
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

async function unusual(...made: readonly MadeUp[]): Promise<string[]> {
  const rows = made.map(({ person = 'p', kind = 'look', at, family, refused }, place) => {
    const [day = '', time = ''] = at.split(' ')
    const record = {
      event: {
        EventID: `1-${place + 1}`,
        EventTypeCode: kind,
        EventOutcomeIndicator: refused ? '8' : '0',
      },
      user: { UserID: person, UserName: person },
      participantObject: [
        {
          ParticipantObjectTypeCode: '1',
          ParticipantObjectIDTypeCode: 'tool',
          ParticipantObjectID: family,
        },
      ],
      auditSource: {},
      overig: {},
    }
    return `(1, ${place + 1}, ((date_trunc('week', now() at time zone 'Europe/Amsterdam')
      - interval '7 days' + interval '${DAYS.indexOf(day)} days' + time '${time}')
      at time zone 'Europe/Amsterdam'), '${JSON.stringify(record)}'::jsonb, sha256('x'))`
  })
  await database.asOwner(`
    set session_replication_role = 'replica';
    insert into tijdig.audit (chain, position, at, record, hash) values ${rows.join(', ')}`)
  const found = await openStore(database, testPlans).audit.unusual(auditor, undefined)
  // What this test does itself is in the audit too.
  return found.filter(({ person }) => /^[pq]$/.test(person.id)).map(inBrief)
}

function inBrief({ kind, person, families, usual, trajectory, records }: Unusual): string {
  const who = `${kind} ${person.id} ${families}`
  return [who, usual ?? '-', trajectory ?? '-', records.length].join(' ')
}

const looks = (count: number, at: string, person = 'p'): MadeUp[] =>
  Array.from({ length: count }, (_, place) => ({ person, at, family: `${at} ${place}` }))

describe('many families within an hour', () => {
  it('are ten of them', async () => {
    expect(await unusual(...looks(10, 'tue 09:30'))).toEqual(['many p 10 0 - 10'])
  })
  it('are not nine', async () => expect(await unusual(...looks(9, 'tue 09:30'))).toEqual([]))
  it('are not ten looks at nine', async () => {
    const nine = looks(9, 'tue 09:30')
    expect(await unusual(...nine, ...nine.slice(0, 1))).toEqual([])
  })
  it('are not ten over two clock hours', async () => {
    expect(await unusual(...looks(5, 'tue 09:59'), ...looks(5, 'tue 10:00'))).toEqual([])
  })
  it('are not those of two people together', async () => {
    expect(await unusual(...looks(5, 'tue 09:30'), ...looks(5, 'tue 09:31', 'q'))).toEqual([])
  })
  it('are more than three times what is usual', async () => {
    expect(await unusual(...looks(4, 'mon 10:00'), ...looks(12, 'tue 09:30'))).toEqual([])
  })
  it('are so from the first that is more', async () => {
    expect(await unusual(...looks(4, 'mon 10:00'), ...looks(13, 'tue 09:30'))).toEqual([
      'many p 13 4 - 13',
    ])
  })
})

describe('hours at which few people work', () => {
  it.each([
    ['tue 06:59', true],
    ['tue 07:00', false],
    ['tue 19:59', false],
    ['tue 20:00', true],
    ['fri 12:00', false],
    ['sat 12:00', true],
    ['sun 12:00', true],
    ['mon 12:00', false],
  ])('%s: %s', async (at, is) => {
    expect(await unusual({ at, family: 'T-1' })).toEqual(is ? ['hours p 1 - T-1 1'] : [])
  })
  it('are told once a person and day', async () => {
    const evening = ['tue 20:10', 'tue 21:00', 'wed 22:00'].map((at) => ({ at, family: at }))
    expect(await unusual(...evening, { person: 'q', at: 'tue 23:00', family: 'T-1' })).toEqual([
      'hours p 1 - wed 22:00 1',
      'hours q 1 - T-1 1',
      'hours p 2 - - 2',
    ])
  })
})

describe('a look after a refusal', () => {
  const refusal: MadeUp = { kind: 'refusal', at: 'tue 09:00', family: 'T-1', refused: true }
  it.each([
    ['tue 09:01', 'T-1', true],
    ['wed 08:59', 'T-1', true],
    ['wed 09:00', 'T-1', false],
    ['tue 08:59', 'T-1', false],
    ['tue 09:01', 'T-2', false],
  ])('%s at %s: %s', async (at, family, is) => {
    expect(await unusual(refusal, { at, family })).toEqual(is ? ['after-refusal p 1 - T-1 2'] : [])
  })
  it('is of the same person', async () => {
    expect(await unusual(refusal, { person: 'q', at: 'tue 09:01', family: 'T-1' })).toEqual([])
  })
})

it('a broken glass is always told', async () => {
  expect(await unusual({ kind: 'glass', at: 'tue 10:00', family: 'T-1' })).toEqual([
    'glass p 1 - T-1 1',
  ])
})
