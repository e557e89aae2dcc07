import { catalogue } from '@tijdig/catalogue'
import { createCalendar, formatDay, getDay } from '@tijdig/core'
import { describe, expect, it } from 'vitest'
import { type Agreed, agreedDeliveries, awaitedDelivery } from './due-delivery.ts'

const [djgb] = agreedDeliveries(catalogue.deliveries) as readonly [Agreed]
const calendar = createCalendar()

const delivered = (...months: readonly string[]) =>
  months.map((month) => ({ code: 'jbjr.monthly', institution: 'DJGB', month }))

describe('the delivery that comes next', () => {
  it.each([
    ['the newest of which the day has come, where there was none', [], '2023-04-11', '2023-03'],
    ['not yet on the day before', [], '2023-04-10', '2023-02'],
    ['the next month after the last', ['2023-01', '2023-02'], '2023-03-20', '2023-03'],
    ['the first that was missed, however long ago', ['2022-11'], '2023-04-20', '2022-12'],
    ['the first that was agreed on, before which there is none', [], '2022-01-15', '2022-09'],
  ])('is %s', (_, months, today, month) => {
    const awaited = awaitedDelivery(djgb, delivered(...months), getDay(today), calendar)
    expect(awaited.month).toBe(month)
  })

  it('has its day, also when it lies ahead', () => {
    const { dueOn } = awaitedDelivery(djgb, delivered('2023-02'), getDay('2023-03-20'), calendar)
    expect(formatDay(dueOn)).toBe('2023-04-11')
  })

  it('takes no notice of what others deliver', () => {
    const others = [
      { code: 'jbjr.monthly', institution: 'WSS', month: '2023-03' },
      { code: 'jbjr.other', institution: 'DJGB', month: '2023-03' },
    ]
    const awaited = awaitedDelivery(djgb, others, getDay('2023-03-10'), calendar)
    expect(awaited.month).toBe('2023-02')
  })
})
