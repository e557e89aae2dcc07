import { readFileSync } from 'node:fs'
import {
  checkEvent,
  createCalendar,
  createFoldPlan,
  END_OF_TIME,
  getDay,
  type LoggedEvent,
  orderFindings,
  readEvents,
  remarksOn,
  withSuperseders,
} from '@tijdig/core'
import { describe, expect, it } from 'vitest'
import { programmeRoutes } from '../../../catalogue/programme/routes.ts'
import { readExampleLog } from '../../../catalogue/testing/example-log.ts'
import { buildLog } from '../../../examples/programmes/build-log.ts'
import { givenByIndicator } from '../../../examples/programmes/given-by-indicator.ts'
import { readTable } from '../../../examples/programmes/read-table.ts'
import { milestoneLine } from './milestone-line.ts'
import { moneyOf } from './money.ts'
import { monthGrid } from './month-grid.ts'
import type { PartTrajectory } from './programme-reading.ts'
import { readProgramme } from './read-programme.ts'

const events = readExampleLog('programmes-2023.ndjson').map(
  (event, place): LoggedEvent => ({ ...event, position: place + 1 }),
)
const byTrajectory = new Map<string, LoggedEvent[]>()
for (const event of events) {
  const known = byTrajectory.get(event.trajectory)
  if (known) known.push(event)
  else byTrajectory.set(event.trajectory, [event])
}
const trajectories: PartTrajectory[] = [...byTrajectory].map(([trajectory, of]) => ({
  trajectory,
  route: of[0]?.route ?? '',
  events: withSuperseders(of),
}))
const plans = new Map(
  programmeRoutes.map((route) => [route.code, createFoldPlan(route, createCalendar())]),
)
const read = (programme: string, asOf: string) =>
  readProgramme(plans, trajectories, { programme, asOf: getDay(asOf), knownAt: END_OF_TIME })

describe('the example of four programmes', () => {
  it('is what its tables make', () => {
    const written = readFileSync(
      new URL('../../../examples/programmes-2023.ndjson', import.meta.url),
      'utf8',
    )
    expect(buildLog()).toBe(written)
  })

  it('has no event that its route refuses or finds odd', () => {
    const routes = new Map(programmeRoutes.map((route) => [route.code, route]))
    const odd = events.flatMap((event) => {
      const route = routes.get(event.route)
      const wrong = checkEvent(route, event)?.reason
      const remarks = route ? remarksOn(route, event).map(({ text }) => text) : []
      return [...(wrong ? [wrong] : []), ...remarks].map((text) => `${event.id}: ${text}`)
    })
    for (const { route, events: of } of trajectories) {
      const definition = routes.get(route)
      if (!definition) continue
      const findings = orderFindings(definition, readEvents(of))
      odd.push(...findings.map(({ rule, event }) => `${event.trajectory}: ${rule.code}`))
    }
    expect(odd).toEqual([])
  })

  it('has each figure of the sources that no indicator gives, under its key', () => {
    const kept = new Set(events.map(({ data }) => data.key))
    const stated = readTable<'seed' | 'place' | 'key'>('../sources/figures.csv', ',')
    const missing = stated.filter((row) => !kept.has(row.key) && !givenByIndicator(row))
    expect(stated.length).toBe(570)
    expect(missing).toEqual([])
  })

  it('has the lines, sub-goals and milestones of Zorg voor de Jeugd', () => {
    const { parts } = read('ZVJ', '2020-11-30')
    const count = (route: string, kinds?: readonly string[]) =>
      parts.filter((part) => part.route === route && (!kinds || kinds.includes(part.kind ?? '')))
        .length
    expect(count('programme-line', ['action-line', 'precondition'])).toBe(7)
    expect(count('programme-line', ['change-task'])).toBe(5)
    expect(count('programme-goal')).toBe(31)
    expect(count('programme-milestone')).toBe(156)
    const listed = readTable<'line' | 'report'>('../sources/milestones.csv', ',')
    const marks = milestoneLine(read('ZVJ', '2020-11-30'))
    const shelf = (lines: readonly string[], reports: readonly string[]) =>
      [[...lines].sort().join('+'), [...reports].sort().join()].join(' / ')
    expect(marks.map(({ lines, reports }) => shelf(lines, reports)).sort()).toEqual(
      listed.map(({ line, report }) => shelf(line.split('+'), report.split(/[-;]/))).sort(),
    )
  })

  it('has each planned action of the sources in its months', () => {
    const planned = readTable<'seed' | 'group' | 'code' | 'months'>('../sources/actions.csv', ',')
    const { rows } = monthGrid(read('NW4', '2023-02-28'))
    const grid = new Map(
      rows.map(({ part, cells }) => [
        part.code,
        cells.flatMap(({ month, isPlanned }) => (isPlanned ? [month] : [])).join(';'),
      ]),
    )
    const expected = planned
      .filter(({ seed, months }) => seed === '002' && months !== '')
      .map(({ code, months }) => [code, months])
    expect(expected.map(([code = '']) => [code, grid.get(code)])).toEqual(expected)
  })

  it('says that the care broker’s money will run out, and when, before it does', () => {
    const [budget] = moneyOf(read('NW4', '2023-02-28')).budgets
    expect(budget?.willExceed).toEqual({ month: '2023-08', by: 580_000, isSpent: false })
  })

  it('names no part twice, and puts each under its programme', () => {
    const codes = ['ZVJ', 'NW4', 'ZOU', 'OZJ'].flatMap((programme) => {
      const { parts, tree } = read(programme, '2023-04-30')
      expect(tree.map(({ part }) => part.route)).toEqual(['programme'])
      expect(new Set(parts.map(({ code }) => code)).size).toBe(parts.length)
      return parts
    })
    expect(codes.length).toBe(trajectories.length)
  })
})
