import { createCalendar, formatDay, getDay, getMoment, workingDays } from '@tijdig/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jbjrDeliveries } from '../../../catalogue/jbjr/deliveries.ts'
import { jbjrIndicators } from '../../../catalogue/jbjr/indicators.ts'
import { jbjr } from '../../../catalogue/jbjr/route.ts'
import { defineDeliveries } from './define-deliveries.ts'
import { type DeliveryDefinition, deliveryDay } from './delivery.ts'
import { lastDayOfMonth, monthBefore, nextMonth } from './delivery-month.ts'

const [monthly] = jbjrDeliveries as readonly [DeliveryDefinition]
const calendar = createCalendar()

describe('the day on which a month is delivered', () => {
  it.each([
    // Monday 6 is the fourth: Saturday and Sunday do not count.
    ['2023-02', '2023-03-07'],
    // Good Friday 7 and Easter Monday 10 do not count.
    ['2023-03', '2023-04-11'],
    // King's Day was in April; 5 May does not count.
    ['2023-04', '2023-05-08'],
    // Nor does New Year's Day.
    ['2022-12', '2023-01-06'],
    ['2023-09', '2023-10-06'],
  ])('of %s is %s', (month, day) => {
    expect(formatDay(deliveryDay(monthly, month, calendar))).toBe(day)
  })

  it('comes later by a day that a decree adds', () => {
    const decreed = createCalendar([
      { day: getDay('2023-03-02'), knownFrom: getMoment('2023-01-01T00:00:00Z'), source: 'x' },
    ])
    expect(formatDay(deliveryDay(monthly, '2023-02', decreed))).toBe('2023-03-08')
  })

  it('is the fifth working day of the next month, whatever the month', () => {
    const months = fc
      .integer({ min: 2000, max: 2100 })
      .chain((year) =>
        fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, '0')}`),
      )
    fc.assert(
      fc.property(months, (month) => {
        const due = deliveryDay(monthly, month, calendar)
        expect(formatDay(due).slice(0, 7)).toBe(nextMonth(month))
        expect(monthBefore(nextMonth(month))).toBe(month)
        let working = 0
        for (let day = lastDayOfMonth(month) + 1; day <= due; day++) {
          if (calendar.isWorkingDay(day as typeof due)) working++
        }
        expect([working, calendar.isWorkingDay(due)]).toEqual([5, true])
      }),
      { seed: 20230331, numRuns: 300 },
    )
  })
})

describe('a definition that is wrong does not start', () => {
  it.each<[string, Partial<DeliveryDefinition>]>([
    ['it belongs to route "ot"', { route: 'ot' }],
    ['its code begins with its route', { code: 'monthly' }],
    ['it has a label', { label: ' ' }],
    ['it has a source', { source: '' }],
    ['"2022-13" is no month', { from: '2022-13' }],
    ['nobody delivers it', { parties: [] }],
    ['DJGB delivers to itself', { parties: [{ institution: 'DJGB', receiver: 'DJGB' }] }],
    [
      'an institution delivers it to one receiver',
      {
        parties: [
          { institution: 'DJGB', receiver: 'A' },
          { institution: 'DJGB', receiver: 'B' },
        ],
      },
    ],
    ['it is made after the month, and before the next one is over', { due: workingDays(19) }],
    ['it is made after the month, and before the next one is over', { due: workingDays(0) }],
    ['it holds no figures', { figures: [] }],
    ['jbjr.nope gives no table by norm', { figures: [{ indicator: 'jbjr.nope', by: ['norm'] }] }],
    [
      'jbjr.in-time gives no table by outcome',
      { figures: [{ indicator: 'jbjr.in-time', by: ['outcome'] }] },
    ],
  ])('%s', (mistake, change) => {
    expect(() => defineDeliveries(jbjr, jbjrIndicators, [{ ...monthly, ...change }])).toThrow(
      `: ${mistake}`,
    )
  })

  it('nor one of a route of which nobody may see deliveries, nor one that stands twice', () => {
    const { deliveries: _, ...access } = jbjr.access
    expect(() => defineDeliveries({ ...jbjr, access }, jbjrIndicators, [monthly])).toThrow(
      'its route says of nobody that they may see it',
    )
    expect(() => defineDeliveries(jbjr, jbjrIndicators, [monthly, monthly])).toThrow(
      'delivery jbjr.monthly stands twice',
    )
  })
})
