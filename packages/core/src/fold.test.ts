import { describe, expect, it } from 'vitest'
import { createCalendar } from './calendar.ts'
import { type Day, FOREVER, formatDay, getDay } from './day.ts'
import { defineRoute } from './define-route.ts'
import type { RecordedEvent } from './event.ts'
import type { Fact } from './fact.ts'
import { fold } from './fold.ts'
import { createFoldPlan } from './fold-plan.ts'
import { history } from './history.ts'
import { END_OF_TIME, formatMoment, getMoment } from './moment.ts'
import { orderFindings } from './order-findings.ts'
import { readEvents, withSuperseders } from './reading.ts'
import { exampleRoute } from './testing/example-route.ts'

const plan = createFoldPlan(exampleRoute, createCalendar())

/** Events as `type day [recorded] [>superseded]`, named a, b, c… in order. */
function events(...lines: string[]): RecordedEvent[] {
  return withSuperseders(
    lines.map((line, place) => {
      const [type = '', validOn = '', recordedOn = validOn, supersedes] = line.split(' ')
      return {
        id: String.fromCharCode(97 + place),
        position: place + 1,
        trajectory: 'T1',
        route: 'example',
        type,
        validOn: getDay(`2023-${validOn}`),
        recordedAt: getMoment(`2023-${recordedOn}T12:00:00Z`),
        data: type === 'opened' ? { how: 'wide' } : {},
        ...(supersedes ? { supersedes: supersedes.slice(1) } : {}),
      }
    }),
  )
}

function span(from: Day, to: Day): string {
  return `${formatDay(from).slice(5)}..${to === FOREVER ? '' : formatDay(to).slice(5)}`
}

function lineOf(fact: Fact): string {
  const clock = fact.dueOn === null ? [] : [`due ${formatDay(fact.dueOn).slice(5)}`]
  if (fact.metOn !== null) clock.push(`met ${formatDay(fact.metOn).slice(5)}`)
  if (fact.endedOn !== null) clock.push(`ended ${formatDay(fact.endedOn).slice(5)}`)
  return [fact.fact, ...fact.values, span(fact.validFrom, fact.validTo), ...clock].join(' ')
}

describe('the fold', () => {
  it.each<[string, string[], string[]]>([
    ['of nothing is nothing', [], []],
    [
      'opens and closes spells, and what holds only meanwhile',
      ['opened 03-01', 'looked 03-03', 'shut 03-10'],
      [
        'state open 03-01..03-10',
        'look wide 03-01.. due 03-04 met 03-03 ended 03-10',
        'way wide 03-01..03-10',
        'state shut 03-10..',
      ],
    ],
    [
      'lets what began and ended on one day not hold',
      ['opened 03-01', 'shut 03-01'],
      ['state shut 03-01..', 'look wide 03-01.. due 03-04 ended 03-01'],
    ],
    [
      'meets a term only on or after its start',
      ['looked 02-27', 'opened 03-01'],
      ['state open 03-01..', 'look wide 03-01.. due 03-04', 'way wide 03-01..'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(fold(plan, readEvents(events(...lines))).map(lineOf)).toEqual(expected)
  })

  it('keeps what was known when: a correction closes the span of the old and opens that of the new', () => {
    const facts = history(
      plan,
      events('opened 03-01', 'opened 03-05 03-20 >a', 'retracted 03-05 03-25 >b'),
    )
    const lines = facts
      .filter(({ fact }) => fact === 'state')
      .map((fact) => {
        const known = [fact.knownFrom, fact.knownTo].map((moment) =>
          moment === END_OF_TIME ? '' : formatMoment(moment).slice(5, 10),
        )
        return `${span(fact.validFrom, fact.validTo)} known ${known.join('..')}`
      })
    expect(lines).toEqual(['03-01.. known 03-01..03-20', '03-05.. known 03-20..03-25'])
  })

  it('never knew an event whose correction was recorded before it', () => {
    expect(history(plan, events('opened 03-01 03-20', 'opened 03-05 03-10 >a')).length).toBe(3)
  })

  it('overlooks what stands after a position, also a correction', () => {
    const all = events('opened 03-01', 'retracted 03-01 03-02 >a')
    expect(history(plan, all, 1).map(({ knownTo }) => knownTo)).toEqual([
      END_OF_TIME,
      END_OF_TIME,
      END_OF_TIME,
    ])
  })
})

describe('the order of events', () => {
  it.each<[string[], string[]]>([
    [['opened 03-01', 'looked 03-01', 'shut 03-02'], []],
    [['shut 03-01'], ['EX-V01 a']],
    [['shut 03-01', 'opened 03-01'], []],
    [
      ['opened 03-01', 'shut 03-02', 'looked 03-03', 'shut 03-04'],
      ['EX-V02 c', 'EX-V03 d'],
    ],
  ])('%j: %j', (lines, expected) => {
    const findings = orderFindings(exampleRoute, readEvents(events(...lines)))
    expect(findings.map(({ rule, event }) => `${rule.code} ${event.id}`)).toEqual(expected)
  })
})

describe('a definition that contradicts itself never starts', () => {
  it.each([
    [
      { facts: { ...exampleRoute.facts, other: { ...exampleRoute.facts.look, to: 'gone' } } },
      /no event type "gone"/,
    ],
    [{ facts: { way: exampleRoute.facts.way } }, /named "state"/],
    [{ states: {} }, /one of the route's states/],
    [{ filters: { colour: { fact: 'way', label: 'Kleur' } } }, /no such attribute/],
    [{ order: [...exampleRoute.order, exampleRoute.order[0]] }, /share a code/],
    [
      {
        facts: {
          ...exampleRoute.facts,
          way: {
            ...exampleRoute.facts.way,
            opens: { opened: { how: { from: 'field', field: 'who' } } },
          },
        },
      },
      /has no field "who"/,
    ],
  ])('%#', (change, message) => {
    expect(() => defineRoute({ ...exampleRoute, ...change } as typeof exampleRoute)).toThrow(
      message,
    )
  })
})
