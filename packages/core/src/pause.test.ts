import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from './calendar.ts'
import { addDays, type Day, FOREVER, formatDay, getDay } from './day.ts'
import { defineRoute } from './define-route.ts'
import { dueDay } from './due-day.ts'
import type { Event, RecordedEvent } from './event.ts'
import { fold } from './fold.ts'
import { createFoldPlan } from './fold-plan.ts'
import { history } from './history.ts'
import { getMoment, type Moment } from './moment.ts'
import { readEvents, withSuperseders } from './reading.ts'
import { type ClockDefinition, days, weeks, workingDays } from './route.ts'
import { exampleRoute } from './testing/example-route.ts'

const pause = { from: 'paused', until: 'resumed', reason: 'why', moves: 'as-long' } as const
const look = { ...exampleRoute.facts.look, pause } satisfies ClockDefinition

const route = defineRoute({
  ...exampleRoute,
  code: 'pausing',
  events: {
    ...exampleRoute.events,
    paused: {
      label: 'Stilgezet',
      fields: { why: { label: 'Waarom', kind: 'code', required: true } },
    },
    resumed: { label: 'Hervat', fields: {} },
  },
  facts: {
    ...exampleRoute.facts,
    look: { ...look, term: days(10) },
    'working-look': { ...look, code: 'EX-T02', term: workingDays(5) },
    'later-look': { ...look, code: 'EX-T03', term: weeks(1), pause: { ...pause, moves: days(4) } },
  },
})
const calendar = createCalendar()
const plan = createFoldPlan(route, calendar)

function eventsOf(lines: readonly (readonly [type: string, day: Day])[]): RecordedEvent[] {
  return withSuperseders(
    lines.map(([type, validOn], place) => ({
      id: `e${String(place).padStart(3, '0')}`,
      position: place + 1,
      trajectory: 'T1',
      route: 'pausing',
      type,
      validOn,
      recordedAt: getMoment('2023-12-01T12:00:00Z'),
      data: type === 'opened' ? { how: 'wide' } : type === 'paused' ? { why: 'x' } : {},
    })),
  )
}

function expectDue(clock: string, lines: string[], due: string) {
  const events = eventsOf(
    lines.map((line) => {
      const [type = '', day] = line.split(' ')
      return [type, getDay(`2023-${day}`)] as const
    }),
  )
  const fact = fold(plan, readEvents(events)).find(
    (each) => each.fact === clock && each.validTo === FOREVER,
  )
  const dueOn = fact?.dueOn
  expect(dueOn === FOREVER ? 'none' : formatDay(dueOn as Day).slice(5)).toBe(due)
}

describe('a term that stood still', () => {
  it.each<[string, string, string[], string]>([
    ['has no due day while it does', 'look', ['opened 03-01', 'paused 03-04'], 'none'],
    ['moves as long', 'look', ['opened 03-01', 'paused 03-04', 'resumed 03-09'], '03-16'],
    [
      'moves as many working days',
      'working-look',
      ['opened 03-01', 'paused 03-03', 'resumed 03-07'],
      '03-10',
    ],
    [
      'moves by what was agreed',
      'later-look',
      ['opened 03-01', 'paused 03-04', 'resumed 03-30'],
      '03-12',
    ],
    ['on its last day is too late', 'look', ['opened 03-01', 'paused 03-11'], '03-11'],
    [
      'after it was met moves nothing',
      'look',
      ['opened 03-01', 'looked 03-03', 'paused 03-04'],
      '03-11',
    ],
    [
      'after it lapsed moves nothing',
      'look',
      ['opened 03-01', 'shut 03-03', 'paused 03-04'],
      '03-11',
    ],
    [
      'for no day at all moves nothing',
      'look',
      ['opened 03-01', 'paused 03-04', 'resumed 03-04'],
      '03-11',
    ],
    [
      'from before it began stands still from its first day',
      'look',
      ['paused 02-20', 'opened 03-01', 'resumed 03-03'],
      '03-13',
    ],
    [
      'stands still once at a time',
      'look',
      ['opened 03-01', 'paused 03-02', 'paused 03-03', 'resumed 03-04', 'resumed 03-08'],
      '03-13',
    ],
  ])('%s', (_, clock, lines, due) => expectDue(clock, lines, due))

  it('says why', () => {
    const fields = { why: { label: 'Waarom', kind: 'code', required: false } } as const
    const events = { ...route.events, paused: { label: 'Stilgezet', fields } }
    expect(() => defineRoute({ ...route, events })).toThrow(
      /"why" of event "paused" must be required/,
    )
  })
})

const TYPES = ['opened', 'looked', 'paused', 'resumed', 'shut', 'paused', 'resumed'] as const
const FIRST = getDay('2023-04-03')
const arbitraryLines = fc.array(
  fc.tuple(
    fc.constantFrom(...TYPES),
    fc.nat(30).map((more) => addDays(FIRST, more)),
  ),
  { maxLength: 12 },
)
const SEED = { seed: 20230331, numRuns: 500 }

describe('on any day of any log', () => {
  it.each([
    ['look', (from: Day, stood: Stood) => tick(from, 10, stood, () => true)],
    ['working-look', (from: Day, stood: Stood) => tick(from, 5, stood, calendar.isWorkingDay)],
    ['later-look', (from: Day, stood: Stood) => step(from, stood)],
  ] as const)('%s is due when one counts the days one by one', (clock, naive) => {
    fc.assert(
      fc.property(arbitraryLines, fc.nat(40), (lines, on) => {
        const cutOff = addDays(FIRST, on)
        const reading = readEvents(eventsOf(lines))
        const holding = fold(plan, reading).find(
          (fact) => fact.fact === clock && fact.validFrom <= cutOff && cutOff < fact.validTo,
        )
        const read = reading.filter(({ validOn }) => validOn <= cutOff)
        const from = read.find(({ type }) => type === 'opened')?.validOn
        expect(holding?.dueOn).toBe(
          from === undefined ? undefined : naive(from, stoodStill(read, from)),
        )
      }),
      SEED,
    )
  })
})

/** From when until when; the last until FOREVER where it still does. */
type Stood = readonly { from: Day; to: Day }[]

function stoodStill(read: readonly Event[], start: Day): Stood {
  const met = read.find(({ type, validOn }) => type === 'looked' && validOn >= start)
  const ended = read.find(({ type }) => type === 'shut')
  const done = Math.min(met?.validOn ?? FOREVER, ended?.validOn ?? FOREVER)
  const pauses: { from: Day; to: Day }[] = []
  let open: Day | undefined
  for (const { type, validOn } of read) {
    if (type === 'paused') open ??= validOn
    if (type === 'resumed' && open !== undefined) {
      pauses.push({ from: open, to: validOn })
      open = undefined
    }
  }
  if (open !== undefined) pauses.push({ from: open, to: FOREVER })
  return pauses
    .map(({ from, to }) => ({ from: Math.max(from, start) as Day, to }))
    .filter(({ from, to }) => from < to && from < done)
}

/** Counts days until the term has had its length; none on which it stood still. */
function tick(from: Day, length: number, stood: Stood, counts: (day: Day) => boolean): Day {
  let day = from
  for (let left = length; left > 0; ) {
    day = addDays(day, 1)
    const pause = stood.find((each) => each.from < day && day <= each.to)
    if (pause?.to === FOREVER) return FOREVER
    if (!pause && counts(day)) left--
  }
  return day
}

function step(from: Day, stood: Stood): Day {
  let due = addDays(from, 7)
  for (const each of stood) {
    if (each.from >= due) continue
    if (each.to === FOREVER) return FOREVER
    due = addDays(due, 4)
  }
  return due
}

describe('a decree', () => {
  const day = getDay('2023-05-19')
  const knownFrom = getMoment('2023-05-10T10:00:00Z')
  const decreed = createFoldPlan(route, createCalendar([{ day, knownFrom, source: 'besluit' }]))
  const opened: RecordedEvent[] = eventsOf([['opened', getDay('2023-05-16')]]).map((event) => ({
    ...event,
    recordedAt: getMoment('2023-05-01T10:00:00Z'),
  }))

  it('moves the open term from when it was known, and leaves what was known before', () => {
    const terms = history(decreed, opened).filter(({ fact }) => fact === 'working-look')
    expect(terms.map(({ dueOn, knownFrom: from }) => [formatDay(dueOn as Day), from])).toEqual([
      ['2023-05-24', getMoment('2023-05-01T10:00:00Z')],
      ['2023-05-25', knownFrom],
    ])
  })

  it('moves no term of calendar days', () => {
    const terms = history(decreed, opened).filter(({ fact }) => fact === 'look')
    expect(terms).toHaveLength(1)
  })

  it('is in the due day of a fold as known then', () => {
    const dueAsKnown = (moment: Moment) =>
      fold(decreed, opened, moment).find(({ fact }) => fact === 'working-look')?.dueOn
    const before = createCalendar()
    const after = createCalendar([{ day, knownFrom, source: 'besluit' }])
    expect(dueAsKnown((knownFrom - 1) as Moment)).toBe(
      dueDay(getDay('2023-05-16'), workingDays(5), before),
    )
    expect(dueAsKnown(knownFrom)).toBe(dueDay(getDay('2023-05-16'), workingDays(5), after))
  })
})
