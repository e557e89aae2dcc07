import { describe, expect, it } from 'vitest'
import { createCalendar } from '../calendar.ts'
import { checkEvent } from '../check-event.ts'
import { FOREVER, formatDay, getDay } from '../day.ts'
import { defineRoute } from '../define-route.ts'
import type { Event } from '../event.ts'
import { clockOutcome } from '../fact.ts'
import { fold } from '../fold.ts'
import { createFoldPlan } from '../fold-plan.ts'
import { getMoment } from '../moment.ts'
import { field } from '../route.ts'
import { exampleRoute } from '../testing/example-route.ts'
import { createAccessPlan, decide } from './decide.ts'
import { HANDOVER_CLOCK } from './handover.ts'
import { partiesOf, relationOf } from './parties.ts'

/** A door that somebody minds. */
const route = defineRoute({
  ...exampleRoute,
  events: {
    ...exampleRoute.events,
    minded: { label: 'Bewaakt', fields: { by: { label: 'Wie', kind: 'code', required: true } } },
  },
  facts: {
    ...exampleRoute.facts,
    minder: { kind: 'spell', label: 'Wie', opens: { minded: { by: field('by') } } },
  },
  assigned: { fact: 'minder', attribute: 'by' },
})
const plan = createFoldPlan(route, createCalendar())

/** `happened('handoverBegan 03-10 organisation=GI team=zuid worker=b')` */
function happened(...lines: string[]): Event[] {
  return lines.map((line, place): Event => {
    const [type = '', day = '', ...data] = line.split(' ')
    return {
      id: `e${place}`,
      trajectory: 'T-1',
      route: 'example',
      type,
      validOn: getDay(`2023-${day}`),
      recordedAt: getMoment('2023-12-31T12:00:00Z'),
      data: Object.fromEntries(data.map((pair) => pair.split('='))) as Event['data'],
    }
  })
}

function asOf(day: string, events: readonly Event[]) {
  const facts = fold(
    plan,
    events.filter(({ validOn }) => validOn <= getDay(`2023-${day}`)),
  )
  return facts.filter(({ validTo }) => validTo === FOREVER)
}

const START = [
  'opened 03-01 how=wide',
  'partyJoined 03-01 organisation=GI team=noord',
  'minded 03-02 by=a',
]
const BEGAN = 'handoverBegan 03-10 organisation=GI team=zuid worker=b'
const COMPLETED = 'handoverCompleted 03-20 organisation=GI team=zuid worker=b'
const CALLED_OFF = 'handoverCalledOff 03-20 reason=family'

describe('who sees a trajectory that is handed over', () => {
  it.each<[string, string, string[], string]>([
    ['the giving team before', '03-09', [BEGAN], 'noord'],
    ['both while it runs', '03-10', [BEGAN], 'noord zuid'],
    ['both after its last day, while nobody completed it', '12-31', [BEGAN], 'noord zuid'],
    ['the receiving team once it is completed', '03-20', [BEGAN, COMPLETED], 'zuid'],
    ['the giving team once it is called off', '03-20', [BEGAN, CALLED_OFF], 'noord'],
    ['the giving team once the trajectory is closed', '04-01', [BEGAN, 'shut 04-01'], 'noord'],
    ['both once it is opened again', '04-02', [BEGAN, 'shut 04-01', 'opened 04-02'], 'noord zuid'],
    [
      'of two, the newest',
      '03-12',
      [BEGAN, 'handoverBegan 03-12 organisation=GI team=west worker=c'],
      'noord west',
    ],
    [
      'within a team that team alone',
      '03-12',
      ['handoverBegan 03-10 organisation=GI team=noord worker=b'],
      'noord',
    ],
    ['nobody more where no team is named', '03-12', ['handoverBegan 03-10 worker=b'], 'noord'],
    [
      'nobody more of an organisation that is not party',
      '03-12',
      ['handoverBegan 03-10 organisation=WSS team=zuid worker=b'],
      'noord',
    ],
    [
      'the receiving team with whichever has it meanwhile',
      '03-12',
      [BEGAN, 'partyJoined 03-11 organisation=GI team=west'],
      'zuid west',
    ],
  ])('%s', (_, day, lines, teams) => {
    const parties = partiesOf(plan, asOf(day, sorted(happened(...START, ...lines))))
    const seen = ['noord', 'zuid', 'west'].filter(
      (team) =>
        relationOf({ organisation: 'GI', teams: [team] }, parties, getDay('2023-12-31')) ===
        'party',
    )
    expect(seen.join(' ')).toBe(teams)
    const both = { organisation: 'GI', teams: ['noord', 'zuid', 'west'] }
    expect(relationOf(both, parties, getDay('2023-12-31'))).toBe('party')
    expect(parties.parties.filter(({ organisation }) => organisation === 'GI')).toHaveLength(1)
  })
})

describe('to whom it is assigned', () => {
  it.each([
    ['the giver while it runs', '03-31', [BEGAN], 'a'],
    ['the receiver once it is completed', '03-20', [BEGAN, COMPLETED], 'b'],
    ['the giver the day before', '03-19', [BEGAN, COMPLETED], 'a'],
    ['the giver once it is called off', '03-20', [BEGAN, CALLED_OFF], 'a'],
  ])('%s', (_, day, lines, worker) => {
    const facts = asOf(day, happened(...START, ...lines))
    expect(facts.find(({ fact }) => fact === 'minder')?.values).toEqual([worker])
  })
})

describe('the term of a handover', () => {
  const termOf = (day: string, ...lines: string[]) => {
    const clock = asOf(day, sorted(happened(...START, ...lines))).find(
      ({ fact }) => fact === HANDOVER_CLOCK,
    )
    if (!clock || clock.dueOn === null) return 'none'
    const outcome = clockOutcome({ ...clock, dueOn: clock.dueOn }, getDay(`2023-${day}`))
    return `${formatDay(clock.startedOn).slice(5)} ${formatDay(clock.dueOn).slice(5)} ${outcome}`
  }
  it.each([
    ['is four weeks', '03-31', [BEGAN], '03-10 04-07 running'],
    ['is four weeks where the day is none', '03-31', [`${BEGAN} until=x`], '03-10 04-07 running'],
    ['is overdue after it', '04-08', [BEGAN], '03-10 04-07 overdue'],
    ['is met by completing', '04-08', [BEGAN, COMPLETED], '03-10 04-07 in-time'],
    ['lapses by calling off', '04-08', [BEGAN, CALLED_OFF], '03-10 04-07 lapsed'],
    [
      'begins anew when it is called off and begun with another, on one day as well',
      '04-08',
      [BEGAN, CALLED_OFF, BEGAN.replace('03-10', '03-20').replace('=b', '=c')],
      '03-20 04-17 running',
    ],
    ['does not count in a closed trajectory', '04-08', [BEGAN, 'shut 04-01'], 'none'],
  ])('%s', (_, day, lines, term) => {
    expect(termOf(day, ...lines)).toBe(term)
  })

  it('is until the day that was agreed, where it is one', () => {
    expect(termOf('03-31', `${BEGAN} until=2023-03-24`)).toBe('03-10 03-24 overdue')
  })
})

describe('the definition', () => {
  it('is of every route that assigns, and of no other', () => {
    expect(Object.keys(route.events).filter((type) => type.startsWith('handover'))).toHaveLength(3)
    expect(Object.keys(exampleRoute.events).join()).not.toContain('handover')
  })

  it('stays the same in a route that is derived from it', () => {
    expect(defineRoute({ ...route, code: 'other' })).toEqual({ ...route, code: 'other' })
  })

  it('refuses a route that takes its names', () => {
    const events = { ...route.events, handoverBegan: { label: 'Anders', fields: {} } }
    expect(() => defineRoute({ ...route, events })).toThrow('"handoverBegan" belongs to every')
  })

  it('lets who works on trajectories record it, while one is open', () => {
    const access = createAccessPlan(route)
    const asked = {
      role: 'worker',
      purpose: 'help',
      kind: 'certified-institution',
      relation: 'party',
      action: 'record',
      detail: 'handoverBegan',
      shared: [],
    } as const
    expect(decide(access, { ...asked, state: 'open' })).toBe('allowed')
    expect(decide(access, { ...asked, state: 'shut' })).toBe('state-may-not')
    expect(decide(access, { ...asked, state: 'open', relation: 'other-team' })).toBe(
      'relation-may-not',
    )
  })

  it.each([
    ['2023-03-24', undefined],
    ['ooit', 'field-invalid'],
  ])('takes %s as a day: %s', (until, code) => {
    const [event] = happened(`${BEGAN} until=${until}`)
    expect(checkEvent(route, event as Event)?.code).toBe(code)
  })
})

function sorted(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => a.validOn - b.validOn)
}
