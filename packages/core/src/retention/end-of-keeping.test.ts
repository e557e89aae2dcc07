import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from '../calendar.ts'
import { type Day, findDay, formatDay, getDay } from '../day.ts'
import { defineRoute } from '../define-route.ts'
import type { RecordedEvent } from '../event.ts'
import { fold } from '../fold.ts'
import { createFoldPlan } from '../fold-plan.ts'
import { dayOfMoment, getMoment, type Moment } from '../moment.ts'
import { readEvents } from '../reading.ts'
import { exampleRoute } from '../testing/example-route.ts'
import { endOfKeeping } from './end-of-keeping.ts'
import type { RetentionVersion } from './retention-rule.ts'

const base = { label: 'x', source: 'x' } as const
const RETENTION = [
  {
    inForceFrom: '2015-01-01',
    rules: [{ ...base, code: 'B1', from: 'first-record', years: 15 }],
  },
  {
    inForceFrom: '2020-01-01',
    rules: [
      { ...base, code: 'B1', from: 'last-change', years: 20 },
      {
        ...base,
        code: 'B2',
        when: { fact: 'order', attribute: 'order', in: ['guardianship'] },
        from: 'birth',
        years: 38,
        event: 'ordered',
        field: 'birthYear',
      },
    ],
  },
] as const satisfies readonly RetentionVersion[]

const route = defineRoute({
  code: 'kept',
  label: 'x',
  description: 'x',
  source: 'x',
  subject: 'child',
  states: { open: { label: 'open', closed: false } },
  events: {
    ordered: {
      label: 'x',
      fields: {
        order: { label: 'x', kind: 'code', required: true },
        birthYear: { label: 'x', kind: 'number', required: false },
      },
    },
    seen: { label: 'x', fields: {} },
  },
  order: [],
  facts: {
    state: {
      kind: 'spell',
      label: 'x',
      opens: { ordered: { state: { from: 'fixed', value: 'open' } } },
    },
    order: {
      kind: 'occurrence',
      label: 'x',
      of: 'ordered',
      attributes: { order: { from: 'field', field: 'order' } },
    },
  },
  access: { ...exampleRoute.access, parties: [] },
  filters: {},
  retention: RETENTION,
})
const plan = createFoldPlan(route, createCalendar())

let position = 0
function event(day: string, type: string, data: RecordedEvent['data'] = {}): RecordedEvent {
  position++
  return {
    id: `e${position}`,
    position,
    trajectory: 'T',
    route: 'kept',
    type,
    validOn: getDay(day),
    recordedAt: getMoment(`${day}T10:00:00Z`),
    data,
    superseders: [],
  }
}

function endOf(events: readonly RecordedEvent[], on = '2023-01-01', persons?: string) {
  const facts = fold(plan, readEvents(events))
  const personsChangedOn = findDay(persons) ?? null
  const end = endOfKeeping(plan, { facts, events, personsChangedOn }, getDay(on))
  return end && `${formatDay(end.endsOn)} ${end.rule.code}`
}

const ordered = (day: string, order: string, birthYear?: number) =>
  event(day, 'ordered', { order, ...(birthYear !== undefined && { birthYear }) })

describe('a file', () => {
  it.each([
    ['2043-03-01 B1', [ordered('2023-03-01', 'probation', 2010)]],
    ['2045-06-07 B1', [ordered('2023-03-01', 'probation'), event('2025-06-07', 'seen')]],
    ['2044-02-29 B1', [ordered('2024-02-29', 'probation')]],
    ['2048-12-31 B2', [ordered('2023-03-01', 'guardianship', 2010)]],
    ['2043-03-01 B1', [ordered('2023-03-01', 'guardianship', 2004)]],
    ['2061-12-31 B2', [ordered('2023-03-01', 'guardianship')]],
    ['2061-12-31 B2', [ordered('2023-03-01', 'guardianship', 2910)]],
    [undefined, []],
  ])('is kept until %s', (expected, events) => expect(endOf(events)).toBe(expected))

  it('is kept by the version in force on the day that it is asked', () => {
    const events = [ordered('2016-03-01', 'guardianship', 2010), event('2019-01-01', 'seen')]
    expect(endOf(events, '2014-12-31')).toBeUndefined()
    expect(endOf(events, '2015-01-01')).toBe('2031-03-01 B1')
    expect(endOf(events, '2019-12-31')).toBe('2031-03-01 B1')
    expect(endOf(events, '2020-01-01')).toBe('2048-12-31 B2')
  })

  it('is kept longer when who the family is was changed later', () => {
    expect(endOf([ordered('2023-03-01', 'probation')], '2023-01-01', '2024-05-06')).toBe(
      '2044-05-06 B1',
    )
  })

  it('is never kept shorter than each rule that applies, nor shorter for another event', () => {
    const day = fc.integer({ min: getDay('2000-01-01'), max: getDay('2030-01-01') })
    const one = fc.record({
      day,
      order: fc.constantFrom('guardianship', 'probation'),
      year: fc.option(fc.integer({ min: 1990, max: 2030 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (made) => {
        const events = made.map((each) =>
          ordered(formatDay(each.day as Day), each.order, each.year),
        )
        const endsOn = (some: readonly RecordedEvent[]) => {
          const facts = fold(plan, readEvents(some))
          const file = { facts, events: some, personsChangedOn: null }
          return endOfKeeping(plan, file, getDay('2023-01-01'))?.endsOn ?? 0
        }
        const last = Math.max(...events.map(({ recordedAt }) => dayOfMoment(recordedAt as Moment)))
        expect(endsOn(events)).toBeGreaterThanOrEqual(last + 20 * 365)
        const shuffled = [...events].reverse()
        expect(endsOn(shuffled)).toBe(endsOn(events))
      }),
    )
  })
})

describe('a definition that contradicts itself', () => {
  const define = (retention: readonly RetentionVersion[]) => () =>
    defineRoute({ ...route, retention })
  const rule = { ...base, code: 'B1', from: 'last-change', years: 20 } as const

  it.each<[string, readonly RetentionVersion[]]>([
    ['no such day', [{ inForceFrom: '2020-02-30', rules: [rule] }]],
    ['does not follow on', [RETENTION[1], RETENTION[0]]],
    ['no rule for who fits no other', [{ inForceFrom: '2020-01-01', rules: [] }]],
    ['two rules share a code', [{ inForceFrom: '2020-01-01', rules: [rule, rule] }]],
    ['whole number', [{ inForceFrom: '2020-01-01', rules: [{ ...rule, years: 0 }] }]],
    [
      'has no number "age"',
      [
        {
          inForceFrom: '2020-01-01',
          rules: [{ ...rule, from: 'birth', event: 'ordered', field: 'age' }],
        },
      ],
    ],
    [
      'no attribute "kind"',
      [
        {
          inForceFrom: '2020-01-01',
          rules: [
            rule,
            { ...rule, code: 'B2', when: { fact: 'order', attribute: 'kind', in: [] } },
          ],
        },
      ],
    ],
  ])('is refused: %s', (words, retention) => expect(define(retention)).toThrow(words))
})
