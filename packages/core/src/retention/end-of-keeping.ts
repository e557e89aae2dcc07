import { addMonths, type Day, daysFromCivil, findDay, formatDay } from '../day.ts'
import type { RecordedEvent } from '../event.ts'
import type { Fact } from '../fact.ts'
import type { FoldPlan } from '../fold-plan.ts'
import { dayOfMoment } from '../moment.ts'
import type { RetentionRule } from './retention-rule.ts'

/** What is known of a file, as far as it matters to how long it is kept. */
export interface KeptFile {
  /** All that ever held, also what does no longer. */
  readonly facts: readonly Fact[]
  /** All that was recorded, also what was superseded: that too changed the file. */
  readonly events: readonly RecordedEvent[]
  /** When who the family is was last changed; null where nothing is kept of that. */
  readonly personsChangedOn: Day | null
}

/** The last day on which a file is kept, and the rule that says so. */
export interface EndOfKeeping {
  readonly endsOn: Day
  readonly rule: RetentionRule
}

/**
 * Until when a file is kept by the rules in force on a day. Undefined where nothing was recorded, and
 * where the route has no rule in force: then it is kept until there is one.
 */
export function endOfKeeping(plan: FoldPlan, file: KeptFile, day: Day): EndOfKeeping | undefined {
  const version = (plan.route.retention ?? []).findLast(
    ({ inForceFrom }) => (findDay(inForceFrom) as Day) <= day,
  )
  if (!version || file.events.length === 0) return undefined
  let end: EndOfKeeping | undefined
  for (const rule of version.rules) {
    if (!applies(plan, file, rule)) continue
    const endsOn = endOf(file, rule)
    if (end === undefined || endsOn > end.endsOn) end = { endsOn, rule }
  }
  return end
}

function applies(plan: FoldPlan, { facts }: KeptFile, { when }: RetentionRule): boolean {
  if (!when) return true
  const place = plan.facts
    .find(({ name }) => name === when.fact)
    ?.attributes.indexOf(when.attribute)
  return facts.some(
    ({ fact, values }) => fact === when.fact && when.in.includes(values[place ?? -1] ?? ''),
  )
}

function endOf({ events, personsChangedOn }: KeptFile, rule: RetentionRule): Day {
  const days = events.map(({ recordedAt }) => dayOfMoment(recordedAt))
  switch (rule.from) {
    case 'last-change':
      return yearsAfter(Math.max(...days, personsChangedOn ?? -Infinity) as Day, rule.years)
    case 'first-record':
      return yearsAfter(Math.min(...days) as Day, rule.years)
    case 'birth': {
      const told = events.flatMap(({ type, data }) => {
        const year = type === rule.event ? data[rule.field] : undefined
        return typeof year === 'number' && Number.isInteger(year) ? [year] : []
      })
      const latest = Number(formatDay(Math.max(...days) as Day).slice(0, 4))
      // A year that is still to come is a slip of the pen: nobody was younger than newborn.
      const youngest = Math.min(told.length > 0 ? Math.max(...told) : latest, latest)
      return daysFromCivil(youngest + rule.years, 12, 31)
    }
    default:
      return rule satisfies never
  }
}

function yearsAfter(day: Day, years: number): Day {
  return addMonths(day, 12 * years)
}
