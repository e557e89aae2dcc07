import { addDays, type Day, type Event, endOfDay, type FieldValue, type Moment } from '@tijdig/core'

/** Enough to be seen after rounding. */
const ORDERS = 8

const STEPS: readonly (readonly [type: string, after: number, data: Record<string, FieldValue>])[] =
  [
    ['orderImposed', 0, { order: 'ots', region: 'Alkmaar', municipality: 'Alkmaar' }],
    ['institutionNotified', 1, { institution: 'DJGB' }],
    ['workerAssigned', 3, { worker: 'DJGB-01' }],
    ['firstContact', 5, {}],
    ['planEstablished', 16, {}],
    ['helpStarted', 20, { service: 'ambulant' }],
    ['orderEnded', 22, { reason: 'lifted' }],
  ]

/**
 * Orders that are all done with, made up, which began on a day and were written down only on another:
 * what a delivery tells the change by.
 */
export function demoLateOrders(imposed: Day, recorded: Day): Event[] {
  return Array.from({ length: ORDERS }, (_, place) =>
    STEPS.map(([type, after, data], step) => ({
      id: `demo-late-${place}-${step}`,
      trajectory: `JB-${String(951 + place).padStart(5, '0')}`,
      route: 'jbjr',
      type,
      validOn: addDays(imposed, after),
      recordedAt: (endOfDay(recorded) - (60 - step) * 60_000_000) as Moment,
      data,
    })),
  ).flat()
}
