import { addDays, type Day, type Event, FOREVER, type Moment, quarterOf } from '@tijdig/core'
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
    for (const [norm, { fromType, toType, due, stands }] of Object.entries(normsOf(isFree))) {
      const from = events.find(({ type }) => type === fromType)
      if (!from) continue
      const to = events.find((e) => e.type === toType && e.validOn >= from.validOn)
      const end = events.find((e) => e.type === 'orderEnded')
      const done = Math.min(to?.validOn ?? FOREVER, end?.validOn ?? FOREVER)
      const still = stands ? standstills(events, from.validOn, done) : []
      const dueOn = countedOut(from.validOn, due(from.validOn), still, stands === 'working', isFree)
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

interface Norm {
  readonly fromType: string
  readonly toType: string
  /** Had it never stood still. */
  readonly due: (from: Day) => Day
  /** Whether it can stand still, and which days it counts. */
  readonly stands: false | 'calendar' | 'working'
}

function normsOf(isFree: (day: Day) => boolean): Record<string, Norm> {
  return {
    'worker-assigned': {
      ...{ fromType: 'institutionNotified', toType: 'workerAssigned' },
      ...{ due: (from) => addDays(from, 5), stands: false },
    },
    'first-contact': {
      ...{ fromType: 'institutionNotified', toType: 'firstContact' },
      stands: 'working',
      due: (from) => {
        let day = from
        for (let left = 5; left > 0; ) {
          day = addDays(day, 1)
          if (!isFree(day)) left--
        }
        return day
      },
    },
    plan: {
      ...{ fromType: 'orderImposed', toType: 'planEstablished' },
      ...{ due: (from) => addDays(from, 42), stands: 'calendar' },
    },
    help: {
      ...{ fromType: 'orderImposed', toType: 'helpStarted' },
      ...{ due: threeMonthsOn, stands: 'calendar' },
    },
  }
}

type Standstill = readonly [from: Day, to: Day]

/** From which day until which the terms stood still; until FOREVER where they still do. */
function standstills(events: readonly Event[], start: Day, done: number): Standstill[] {
  const found: Standstill[] = []
  let since: Day | undefined
  for (const { type, validOn } of events) {
    if (type === 'termsPaused') since ??= validOn
    if (type === 'termsResumed' && since !== undefined) {
      found.push([since, validOn])
      since = undefined
    }
  }
  if (since !== undefined) found.push([since, FOREVER])
  return found
    .map(([from, to]): Standstill => [Math.max(from, start) as Day, to])
    .filter(([from, to]) => from < to && from < done)
}

/** Counts again, day by day, as many days as there were, without those on which it stood still. */
function countedOut(
  from: Day,
  due: Day,
  still: readonly Standstill[],
  onlyWorkingDays: boolean,
  isFree: (day: Day) => boolean,
): Day {
  const counts = (day: Day) => !onlyWorkingDays || !isFree(day)
  let left = 0
  for (let day = addDays(from, 1); day <= due; day = addDays(day, 1)) if (counts(day)) left++
  let day = from
  while (left > 0) {
    day = addDays(day, 1)
    const standstill = still.find(([since, to]) => since < day && day <= to)
    if (standstill?.[1] === FOREVER) return FOREVER
    if (!standstill && counts(day)) left--
  }
  return day
}

function threeMonthsOn(from: Day): Day {
  const epoch = Temporal.PlainDate.from('1970-01-01')
  const due = epoch.add({ days: from }).add({ months: 3 })
  return epoch.until(due, { largestUnit: 'days' }).days as Day
}
