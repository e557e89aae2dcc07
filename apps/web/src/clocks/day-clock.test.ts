import { getDay } from '@tijdig/core'
import { describe, expect, test } from 'vitest'
import {
  clockDrawing,
  happenedClock,
  knownClock,
  meaningOfClocks,
  monthTicks,
} from './day-clock.ts'

const newest = { cutOff: '2023-03-31', knownAt: '2023-04-14' }
const labels = (clock: { choices: readonly { label: string; day: string }[] }) =>
  clock.choices.map(({ label, day }) => `${label} = ${day}`)

describe('days to choose', () => {
  test('at the end of a month the ends of the months beside it', () => {
    expect(labels(happenedClock(newest, newest))).toEqual([
      'Eind februari 2023 = 2023-02-28',
      'Eind april 2023 = 2023-04-30',
      'Nieuwste: 31 mrt 2023 = 2023-03-31',
    ])
  })

  test('in the middle of a month the end before it and its own', () => {
    const asked = { ...newest, cutOff: '2024-02-15' }
    expect(labels(happenedClock(asked, newest)).slice(0, 2)).toEqual([
      'Eind januari 2024 = 2024-01-31',
      'Eind februari 2024 = 2024-02-29',
    ])
  })

  test('of what was known: weeks, the cut-off day, the newest', () => {
    expect(labels(knownClock({ ...newest, knownAt: '2023-04-06' }, newest))).toEqual([
      'Week terug = 2023-03-30',
      'Week verder = 2023-04-13',
      'Dag van de stand = 2023-03-31',
      'Nieuwste: 14 apr 2023 = 2023-04-14',
    ])
  })

  test('a step crosses the end of a month', () => {
    const clock = happenedClock(newest, newest)
    expect([clock.previousDay, clock.nextDay]).toEqual(['2023-03-30', '2023-04-01'])
  })
})

describe('the drawing', () => {
  test('holds both clocks, with room before and after', () => {
    const { from, to } = clockDrawing({ cutOff: '2023-03-31', knownAt: '2022-12-01' })
    expect(from).toBeLessThan(getDay('2022-12-01'))
    expect(to).toBeGreaterThan(getDay('2023-03-31'))
  })

  test('has fewer ticks in a longer time', () => {
    const ticks = (from: string, to: string) =>
      monthTicks(getDay(from), getDay(to)).map(({ label }) => label)
    expect(ticks('2022-11-15', '2023-02-15')).toEqual(['dec', 'jan 2023', 'feb'])
    expect(ticks('2022-05-22', '2022-06-24')).toEqual(['1 jun', '15 jun'])
    expect(ticks('2022-01-01', '2023-01-01')).toEqual([
      'jan 2022',
      'apr 2022',
      'jul 2022',
      'okt 2022',
      'jan 2023',
    ])
  })
})

test.each([
  ['2023-04-14', 'U ziet 31 maart 2023 met de kennis van 14 dagen later.'],
  ['2023-04-01', 'U ziet 31 maart 2023 met de kennis van 1 dag later.'],
  ['2023-03-31', 'U ziet 31 maart 2023 zoals die dag zelf bekend was.'],
  ['2023-03-01', 'Let op: op 1 maart 2023 was 31 maart 2023 nog niet aangebroken.'],
  ['2023-06-02', '2 juni 2023 is nog niet voorbij. U ziet wat er nu bekend is;'],
])('known on %s means: %s', (knownAt, meaning) => {
  expect(meaningOfClocks({ cutOff: '2023-03-31', knownAt }, '2023-06-01')).toContain(meaning)
})
