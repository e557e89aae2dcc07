import { addDays, type Day, type Event, type Moment, quarterOf } from '@tijdig/core'
import { Temporal } from 'temporal-polyfill'
import { byTrajectory, readNaively } from './naive-ot.ts'

/** The norms of route `jbjr`, written down as plainly as their description. For the tests only. */
export function naiveJbjr(
  log: readonly Event[],
  cutOff: Day,
  knownAt: Moment,
  isFree: (day: Day) => boolean,
  isWithin: (events: readonly Event[]) => boolean = () => true,
): string[] {
  const count = new Map<string, number>()
  for (const events of byTrajectory(readNaively(log, cutOff, knownAt))) {
    if (!isWithin(events)) continue
    const notified = events.find(({ type }) => type === 'institutionNotified')
    if (!notified) continue
    for (const [norm, [fromType, toType, due]] of Object.entries(normsOf(isFree))) {
      const from = events.find(({ type }) => type === fromType)
      if (!from) continue
      const dueOn = due(from.validOn)
      const to = events.find((e) => e.type === toType && e.validOn >= from.validOn)
      const ended = events.some((e) => e.type === 'orderEnded' && e.validOn <= dueOn)
      let outcome = 'running'
      if (to) outcome = to.validOn <= dueOn ? 'in-time' : 'late'
      else if (ended) outcome = 'lapsed'
      else if (dueOn < cutOff) outcome = 'overdue'
      const cell = `institution ${notified.data.institution} norm ${norm} outcome ${outcome} quarter ${quarterOf(from.validOn)}`
      count.set(cell, (count.get(cell) ?? 0) + 1)
    }
  }
  return [...count].map(([cell, value]) => `jbjr.norm ${cell}: ${value}`).sort()
}

function normsOf(
  isFree: (day: Day) => boolean,
): Record<string, [string, string, (from: Day) => Day]> {
  return {
    'worker-assigned': ['institutionNotified', 'workerAssigned', (from) => addDays(from, 5)],
    'first-contact': [
      'institutionNotified',
      'firstContact',
      (from) => {
        let day = from
        for (let left = 5; left > 0; ) {
          day = addDays(day, 1)
          if (!isFree(day)) left--
        }
        return day
      },
    ],
    plan: ['orderImposed', 'planEstablished', (from) => addDays(from, 42)],
    help: ['orderImposed', 'helpStarted', threeMonthsOn],
  }
}

function threeMonthsOn(from: Day): Day {
  const epoch = Temporal.PlainDate.from('1970-01-01')
  const due = epoch.add({ days: from }).add({ months: 3 })
  return epoch.until(due, { largestUnit: 'days' }).days as Day
}
