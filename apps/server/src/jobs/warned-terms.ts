import { addDays, type Day, type FoldPlan, type Role, type Term, warningDay } from '@tijdig/core'
import type { WarnedTerm } from '@tijdig/store'

/** These are warned of what is assigned to them; whoever else, of all of their teams. */
const OF_THEIR_OWN: readonly Role[] = ['worker', 'provider']

/** Of which terms each role is warned on a day, as the routes say. */
export function warnedTerms(plans: Iterable<FoldPlan>, today: Day): WarnedTerm[] {
  return [...plans].flatMap(({ route, calendar }) =>
    Object.entries(route.facts).flatMap(([fact, clock]) => {
      if (clock.kind !== 'clock') return []
      return (clock.warnings ?? []).flatMap(({ before, roles }) => {
        const lastDue = lastDueDay(today, before, calendar)
        return roles.map((role) => ({
          route: route.code,
          fact,
          role,
          of: OF_THEIR_OWN.includes(role) ? ('own' as const) : ('team' as const),
          lastDue,
        }))
      })
    }),
  )
}

/** The last due day of which the warning has come by today: from there on it only comes later. */
export function lastDueDay(today: Day, before: Term, calendar: FoldPlan['calendar']): Day {
  let day = today
  while (warningDay(addDays(day, 1), before, calendar) <= today) day = addDays(day, 1)
  return day
}
