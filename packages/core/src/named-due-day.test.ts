import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from './calendar.ts'
import { addDays, type Day, FOREVER, formatDay, getDay } from './day.ts'
import { defineRoute } from './define-route.ts'
import type { RecordedEvent } from './event.ts'
import { fold } from './fold.ts'
import { createFoldPlan } from './fold-plan.ts'
import { getMoment } from './moment.ts'
import { readEvents, withSuperseders } from './reading.ts'
import { type ClockDefinition, field, newestOf, onDay } from './route.ts'
import { exampleRoute } from './testing/example-route.ts'

const review = {
  ...exampleRoute.facts.look,
  from: 'planned',
  to: 'looked',
  term: onDay('due'),
  attributes: { how: newestOf(['opened', 'planned'], 'how') },
} satisfies ClockDefinition

const how = { label: 'Hoe', kind: 'code', required: false } as const
const route = defineRoute({
  ...exampleRoute,
  code: 'reviewing',
  events: {
    ...exampleRoute.events,
    planned: {
      label: 'Gepland',
      fields: { due: { label: 'Uiterlijk op', kind: 'day', required: true }, how },
    },
  },
  facts: { ...exampleRoute.facts, look: review },
})
const plan = createFoldPlan(route, createCalendar())

interface Line {
  readonly type: string
  readonly on: Day
  readonly due?: Day
}

function readingOf(lines: readonly Line[]): RecordedEvent[] {
  const events = lines.map(({ type, on, due }, place) => ({
    id: `e${String(place).padStart(3, '0')}`,
    position: place + 1,
    trajectory: 'T1',
    route: 'reviewing',
    type,
    validOn: on,
    recordedAt: getMoment('2023-12-01T12:00:00Z'),
    data: due === undefined ? {} : { due: formatDay(due) },
  }))
  return readEvents(withSuperseders(events))
}

/** The term as of a day: `due 04-10, met 04-08`. */
function termOn(lines: readonly Line[], cutOff: Day): string {
  const clock = fold(plan, readingOf(lines)).find(
    ({ fact, validFrom, validTo }) => fact === 'look' && validFrom <= cutOff && cutOff < validTo,
  )
  if (!clock) return 'none'
  const { startedOn, dueOn, metOn, endedOn } = clock
  const said = [`from ${short(startedOn)}`, `due ${short(dueOn)}`]
  if (metOn !== null && metOn <= cutOff) said.push(`met ${short(metOn)}`)
  if (endedOn !== null && endedOn <= cutOff) said.push(`ended ${short(endedOn)}`)
  return said.join(', ')
}

const short = (day: Day | null) => (day === null ? 'never' : formatDay(day).slice(5))

const linesOf = (texts: readonly string[]) =>
  texts.map((text): Line => {
    const [type = '', on, due] = text.split(' ')
    const day = getDay(`2023-${on}`)
    return due === undefined ? { type, on: day } : { type, on: day, due: getDay(`2023-${due}`) }
  })

describe('a term whose due day an event names', () => {
  it.each<[string, string[], string]>([
    ['is due on that day', ['planned 03-01 04-10'], 'from 03-01, due 04-10'],
    [
      'is moved by a later event while nobody met it',
      ['planned 03-01 04-10', 'planned 03-20 05-10'],
      'from 03-01, due 05-10',
    ],
    [
      'is met by the first on or after',
      ['planned 03-01 04-10', 'looked 04-08'],
      'from 03-01, due 04-10, met 04-08',
    ],
    [
      'begins anew after it was met, also on the same day',
      ['planned 03-01 04-10', 'looked 04-08', 'planned 04-08 07-10'],
      'from 04-08, due 07-10',
    ],
    [
      'is met once more after that',
      ['planned 03-01 04-10', 'looked 04-08', 'planned 04-08 07-10', 'looked 07-11'],
      'from 04-08, due 07-10, met 07-11',
    ],
    [
      'is not met by what came before',
      ['looked 02-01', 'planned 03-01 04-10'],
      'from 03-01, due 04-10',
    ],
    ['may end', ['planned 03-01 04-10', 'shut 03-05'], 'from 03-01, due 04-10, ended 03-05'],
    [
      'begins anew after it ended',
      ['planned 03-01 04-10', 'shut 03-05', 'planned 03-09 04-20'],
      'from 03-09, due 04-20',
    ],
    ['is not there before it is named', ['looked 02-01'], 'none'],
  ])('%s', (_, lines, expected) =>
    expect(termOn(linesOf(lines), getDay('2023-12-31'))).toBe(expected),
  )

  it('as of a day tells nothing that came later', () => {
    const lines = linesOf(['planned 03-01 04-10', 'looked 04-08', 'planned 04-09 07-10'])
    expect(termOn(lines, getDay('2023-03-31'))).toBe('from 03-01, due 04-10')
    expect(termOn(lines, getDay('2023-04-08'))).toBe('from 03-01, due 04-10, met 04-08')
  })

  it('needs a field that must be filled in with a day, and no standstill', () => {
    const wrong = (look: ClockDefinition) => () =>
      defineRoute({ ...route, facts: { ...route.facts, look } })
    expect(wrong({ ...review, term: onDay('how') })).toThrow(/"how" of event "planned" must be/)
    const pause = { from: 'shut', until: 'opened', reason: 'why', moves: 'as-long' } as const
    expect(wrong({ ...review, pause })).toThrow(/a due day that is named does not stand still/)
    expect(wrong({ ...review, agreed: 'due' })).toThrow(/a due day is named or agreed, not both/)
  })
})

const FIRST = getDay('2023-03-01')
const arbitraryLine = fc.record({
  type: fc.constantFrom('planned', 'planned', 'looked', 'shut'),
  on: fc.nat(30).map((more) => addDays(FIRST, more)),
  due: fc.integer({ min: -5, max: 60 }).map((more) => addDays(FIRST, more)),
})

/** One event after another, as one would tell it. */
function naively(lines: readonly Line[], cutOff: Day): string {
  let told: { from: Day; due: Day; met?: Day; ended?: Day } | undefined
  for (const { type, on, due = FOREVER } of readingOf(lines).map(({ validOn, id }) => ({
    ...(lines[Number(id.slice(1))] as Line),
    on: validOn,
  }))) {
    if (on > cutOff) break
    const over = told?.met !== undefined || told?.ended !== undefined
    if (type === 'planned') told = told && !over ? { ...told, due } : { from: on, due }
    else if (told && type === 'looked') told.met ??= on
    else if (told && type === 'shut') told.ended ??= on
  }
  if (!told) return 'none'
  const said = [`from ${short(told.from)}`, `due ${short(told.due)}`]
  if (told.met !== undefined) said.push(`met ${short(told.met)}`)
  if (told.ended !== undefined) said.push(`ended ${short(told.ended)}`)
  return said.join(', ')
}

it('on any day of any log, is what one would tell event by event', () => {
  fc.assert(
    fc.property(fc.array(arbitraryLine, { maxLength: 12 }), fc.nat(40), (lines, on) => {
      const said = lines.map(({ due, ...line }) =>
        line.type === 'planned' ? { ...line, due } : line,
      )
      const cutOff = addDays(FIRST, on)
      expect(termOn(said, cutOff)).toBe(naively(said, cutOff))
    }),
    { seed: 20230331, numRuns: 500 },
  )
})

describe('what the newest event says', () => {
  const spell = (lines: readonly string[]) => {
    const facts = {
      ...exampleRoute.facts,
      state: {
        ...exampleRoute.facts.state,
        opens: {
          opened: { state: { from: 'fixed', value: 'open' }, where: WHERE },
          shut: { state: { from: 'fixed', value: 'shut' }, where: WHERE },
        },
      },
    } as const
    const events = {
      ...exampleRoute.events,
      carried: { label: 'Verplaatst', fields: { where: { ...how, required: true } } },
    } as const
    const made = createFoldPlan(
      defineRoute({ ...exampleRoute, code: 'carrying', events, facts }),
      createCalendar(),
    )
    const read = linesOf(lines.map((line) => line.replace(/ \w+$/, ''))).map(
      ({ type, on }, place) => ({
        ...(readingOf([{ type, on }])[0] as RecordedEvent),
        id: `e${place}`,
        data: { where: lines[place]?.split(' ')[2] ?? '' },
      }),
    )
    return fold(made, read).flatMap(({ fact, values, validFrom, startedOn }) =>
      fact === 'state'
        ? [`${values.join(' ')} since ${short(startedOn)}, on ${short(validFrom)}`]
        : [],
    )
  }
  const WHERE = newestOf(['opened', 'carried'], 'where')

  it('fills in the spell of another, from the day on which it says so', () => {
    expect(spell(['opened 03-01 front', 'carried 03-05 back', 'shut 03-09 x'])).toEqual([
      'open front since 03-01, on 03-01',
      'open back since 03-01, on 03-05',
      'shut back since 03-09, on 03-09',
    ])
  })

  it('is filled in alike by each event that opens it', () => {
    const state = {
      ...exampleRoute.facts.state,
      opens: {
        opened: { state: { from: 'fixed', value: 'open' }, how: newestOf(['opened'], 'how') },
        shut: { state: { from: 'fixed', value: 'shut' }, how: field('how') },
      },
    } as const
    const facts = { ...exampleRoute.facts, state }
    expect(() => defineRoute({ ...exampleRoute, facts })).toThrow(/"how" must be filled in alike/)
  })
})
