import { createCalendar, createFoldPlan, endOfDay, formatMoment, getDay } from '@tijdig/core'
import { calculateAsKnown, FactsFile, type Figure, listedTables } from '@tijdig/figures'
import { describe, expect, it } from 'vitest'
import { MemoryLog } from '../packages/core/src/testing/memory-log.ts'
import { catalogue } from './index.ts'
import { type ExpectedFigure, readExampleLog, readExpectedFigures } from './testing/example-log.ts'

/** One line a figure, in a fixed order, so that a whole table is compared at once. */
function lines(figures: readonly (Figure | ExpectedFigure)[], told: ReadonlySet<string>): string[] {
  return figures
    .map(({ indicator, definition, by, value, numerator, denominator }) => {
      const cell = Object.entries(by).sort().join(' ')
      const version = told.has(indicator) ? `#${definition}` : ''
      const parts = denominator === undefined ? '' : ` (${numerator}/${denominator})`
      return `${indicator}${version} ${cell}: ${Math.round((value ?? 0) * 1e6) / 1e6}${parts}`
    })
    .sort()
}

async function figuresOf(log: string, route: string, cutOff: string, knownAt: string) {
  const plans = catalogue.routes.map((each) => createFoldPlan(each, createCalendar()))
  const plan = plans.find((each) => each.route.code === route)
  const opened = await FactsFile.open(':memory:', plans)
  if (!opened.ok || !plan) throw new Error('no facts file')
  const source = new MemoryLog(readExampleLog(log))
  await opened.value.follow(source)
  const wanted = catalogue.indicators
    .filter((indicator) => indicator.route === route && indicator.listed)
    .flatMap((indicator) =>
      indicator.versions.flatMap((version) => listedTables(indicator, version)),
    )
  const question = {
    cutOff,
    knownAt: formatMoment(endOfDay(getDay(knownAt))),
    position: (await source.head()).position,
  }
  const figures = await calculateAsKnown(opened.value, source, plan, question, wanted)
  opened.value.close()
  return figures
}

const TOLD = new Set(['ot.status'])

describe('the figures that were published come out exactly', () => {
  it.each([
    ['ot-2023-03', 'ot', '2023-03-31', '2023-04-06', 'ot-2023-03.known-2023-04-06'],
    ['ot-2023-03', 'ot', '2023-03-31', '2023-04-14', 'ot-2023-03.known-2023-04-14'],
    ['ot-2023-03', 'ot', '2023-01-31', '2023-02-06', 'ot-2023-01.known-2023-02-06'],
    ['jbjr-2023-03', 'jbjr', '2023-03-31', '2023-04-10', 'jbjr-2023-03.known-2023-04-10'],
  ])('%s of route %s on %s as known on %s', async (log, route, cutOff, knownAt, expected) => {
    const figures = await figuresOf(`${log}.ndjson`, route, cutOff, knownAt)
    expect(lines(figures, TOLD)).toEqual(lines(readExpectedFigures(`${expected}.json`), TOLD))
  })
})
