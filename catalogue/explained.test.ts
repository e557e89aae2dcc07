import { type Event, endOfDay, type FieldValue, getDay, getMoment } from '@tijdig/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { MemoryLog } from '../packages/core/src/testing/memory-log.ts'
import { Asking } from './testing/asking.ts'
import { readExampleLog } from './testing/example-log.ts'

let asking: Asking
beforeAll(async () => {
  asking = await Asking.of('ot')
})

let next = 0
function event(
  type: string,
  validOn: string,
  recordedOn: string,
  rest: {
    trajectory?: string
    id?: string
    supersedes?: string
    data?: Record<string, FieldValue>
  } = {},
): Event {
  const registered = { channel: 'direct', applicant: 'mother', residence: 'Drenthe' }
  return {
    id: `x${next++}`,
    trajectory: 'T1',
    route: 'ot',
    type,
    validOn: getDay(validOn),
    recordedAt: getMoment(`${recordedOn}T12:00:00Z`),
    data: type === 'registered' ? registered : {},
    ...rest,
  }
}

interface At {
  readonly cutOff: string
  readonly knownAt: string
  readonly version?: number
  readonly position?: number
}

/** The change of one cell, as `from -> to: late corrected redefined happened`. */
async function change(events: readonly Event[], cell: string, from: At, to: At): Promise<string> {
  const log = new MemoryLog(events, `explained-${next++}`)
  const side = ({ cutOff, knownAt, version, position }: At) => ({
    cutOff: getDay(cutOff),
    knownAt: endOfDay(getDay(knownAt)),
    version: version ?? 2,
    ...(position === undefined ? {} : { position }),
  })
  const rows = await asking.explain(log, side(from), side(to))
  const row = rows.find(({ indicator, by }) => [indicator, ...Object.values(by)].join(' ') === cell)
  if (!row) return 'no such cell'
  return `${row.from} -> ${row.to}: ${row.late} ${row.corrected} ${row.redefined} ${row.happened}`
}

const APRIL_6 = { cutOff: '2023-03-31', knownAt: '2023-04-06' }
const APRIL_14 = { cutOff: '2023-03-31', knownAt: '2023-04-14' }
const ALL = 'ot.registrations'

describe('why a figure changed', () => {
  it.each<[string, string, Event[], At, At, string]>([
    [
      'what had happened but was recorded later',
      ALL,
      [event('registered', '2023-03-30', '2023-04-10')],
      APRIL_6,
      APRIL_14,
      '0 -> 1: 1 0 0 0',
    ],
    [
      'what was withdrawn',
      ALL,
      [
        event('registered', '2023-03-30', '2023-03-30', { id: 'a' }),
        event('retracted', '2023-03-30', '2023-04-10', { supersedes: 'a' }),
      ],
      APRIL_6,
      APRIL_14,
      '1 -> 0: 0 -1 0 0',
    ],
    [
      'what was corrected to a day after the cut-off',
      ALL,
      [
        event('registered', '2023-03-30', '2023-03-30', { id: 'b' }),
        event('registered', '2023-04-01', '2023-04-10', { supersedes: 'b' }),
      ],
      APRIL_6,
      APRIL_14,
      '1 -> 0: 0 -1 0 0',
    ],
    [
      'what came in late and was corrected before anyone read it',
      ALL,
      [
        event('registered', '2023-03-29', '2023-04-10', { id: 'c' }),
        event('registered', '2023-03-30', '2023-04-11', { supersedes: 'c' }),
      ],
      APRIL_6,
      APRIL_14,
      '0 -> 1: 1 0 0 0',
    ],
    [
      'what was redefined',
      'ot.status not-started',
      [event('registered', '2023-03-30', '2023-03-30')],
      { ...APRIL_6, version: 1 },
      APRIL_14,
      '1 -> 0: 0 0 -1 0',
    ],
    [
      'what really happened',
      ALL,
      [event('registered', '2023-02-10', '2023-02-10')],
      { cutOff: '2023-01-31', knownAt: '2023-03-01' },
      { cutOff: '2023-02-28', knownAt: '2023-03-01' },
      '0 -> 1: 0 0 0 1',
    ],
    [
      'the other way round, all changes sign',
      ALL,
      [event('registered', '2023-03-30', '2023-04-10')],
      APRIL_14,
      APRIL_6,
      '1 -> 0: -1 0 0 0',
    ],
    [
      'what was brought in after a publication, with an earlier moment, came in late',
      ALL,
      [
        event('registered', '2023-03-01', '2023-03-01'),
        event('registered', '2023-03-02', '2023-03-02', { trajectory: 'T2' }),
      ],
      { ...APRIL_6, position: 1 },
      APRIL_6,
      '1 -> 2: 1 0 0 0',
    ],
  ])('%s', async (_, cell, events, from, to, expected) => {
    expect(await change(events, cell, from, to)).toBe(expected)
  })

  it('670 children became 693 because 23 were recorded later', async () => {
    const events = readExampleLog('ot-2023-03.ndjson')
    expect(await change(events, 'ot.children', APRIL_6, APRIL_14)).toBe('670 -> 693: 23 0 0 0')
    expect(await change(events, 'ot.status running', APRIL_6, APRIL_14)).toMatch(/^202 -> 203: /)
  })
})
