import { catalogue } from '@tijdig/catalogue'
import {
  addDays,
  createCalendar,
  createFoldPlan,
  formatDay,
  getDay,
  warningDay,
} from '@tijdig/core'
import { describe, expect, it } from 'vitest'
import { lastDueDay, warnedTerms } from './warned-terms.ts'

const calendar = createCalendar(catalogue.decrees)
const plans = catalogue.routes.map((route) => createFoldPlan(route, calendar))

describe('of which terms somebody is warned', () => {
  it('is as the route says: of what is assigned, or of the team', () => {
    const plan = warnedTerms(plans, getDay('2023-03-15'))
      .filter(({ route, fact }) => route === 'jbjr' && fact === 'plan')
      .map(({ role, of, lastDue }) => `${role} ${of} ${formatDay(lastDue)}`)
    expect(plan).toEqual(['worker own 2023-03-29', 'team-lead team 2023-03-18'])
  })

  it('reaches exactly to the last due day of which the warning has come', () => {
    const lengths = [
      { unit: 'days', length: 2 },
      { unit: 'weeks', length: 1 },
      { unit: 'months', length: 1 },
      { unit: 'working-days', length: 2 },
    ] as const
    for (let day = getDay('2023-01-01'); day < getDay('2024-04-01'); day = addDays(day, 1)) {
      for (const before of lengths) {
        const last = lastDueDay(day, before, calendar)
        for (let due = day; due < addDays(day, 45); due = addDays(due, 1)) {
          const isWarned = warningDay(due, before, calendar) <= day
          expect([formatDay(day), formatDay(due), isWarned]).toEqual([
            formatDay(day),
            formatDay(due),
            due <= last,
          ])
        }
      }
    }
  })
})
